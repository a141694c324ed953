// `mica inspect`: the attention of one clip as a file of maps, or as a figure or film that the window's program draws.
#include <algorithm>
#include <array>
#include <iostream>

#include "app/cli/commands.h"
#include "app/cli/window_program.h"
#include "core/runs/map_file.h"
#include "datasets/types/error.h"

namespace mica::cli {
namespace {

namespace fs = std::filesystem;

struct Arguments {
    std::string run, data, clip, layer, head, pair, epoch = "best", view = "figure", out;
    std::vector<std::string> compared;
    int strongest = 3;
    double width = 180;
};

bool is_drawn(const fs::path& file) {
    std::string ending = file.extension().string();
    std::transform(ending.begin(), ending.end(), ending.begin(),
                   [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    constexpr std::array<std::string_view, 4> drawn{".png", ".svg", ".pdf", ".mp4"};
    return std::find(drawn.begin(), drawn.end(), ending) != drawn.end();
}

void write(const Arguments& a, Context& context) {
    InspectWish wish{a.run, {a.compared.begin(), a.compared.end()}, a.data, a.clip, a.epoch};
    const MapChoice choice = read_choice(a.pair, a.layer, a.head);
    const std::vector<MapRecord> maps = map_records(inspect(wish, context.stop), choice);
    write_maps(maps, a.out, context.stop);
    std::cout << a.out << "\n" << maps.size() << (maps.size() == 1 ? " map\n" : " maps\n");
}

void draw(const Arguments& a, Context& context) {
    std::vector<std::string> command;
    const auto option = [&](const char* name, const std::string& value) {
        if (!value.empty()) command.push_back(std::string(name) + "=" + value);
    };
    option("--inspect", a.run);
    option("--data", a.data);
    option("--clip", a.clip);
    option("--epoch", a.epoch);
    option("--pair", a.pair);
    option("--layer", a.layer);
    option("--head", a.head);
    for (const std::string& run : a.compared) option("--compare", run);
    option("--view", a.view);
    option("--strongest", std::to_string(a.strongest));
    option("--width", std::to_string(a.width));
    option("--out", a.out);
    run_window_program(command, "figures and films are", "write the maps as .h5, .npz, .npy or .csv", context);
}

}  // namespace

void add_inspect(CLI::App& app, Context& context) {
    auto* c = app.add_subcommand("inspect", "Writes the attention of one clip: as a figure, a film, or its numbers");
    auto a = std::make_shared<Arguments>();
    c->add_option("run", a->run, "Run folder")->required()->type_name("RUN");
    c->add_option("--clip", a->clip, "Id of the clip")->required()->type_name("ID");
    c->add_option(
         "--out", a->out,
         "File to write: .pdf, .svg or .png; .mp4 (the map beside the clip, its cursor moving); .h5, .npz, .npy "
         "or .csv (numbers)")
        ->required()
        ->type_name("FILE");
    c->add_option("--data", a->data, "Set file (.h5); that of the run, if not named")->type_name("SET");
    c->add_option("--pair", a->pair,
                  "Source and target, such as V-L: what words attend to in the video. Not named: all as numbers, V-L "
                  "or the first that the run has in a picture")
        ->type_name("PAIR");
    c->add_option("--layer", a->layer, "From 1, or mean. Not named: all as numbers, the last in a picture")
        ->type_name("N|mean");
    c->add_option("--head", a->head, "From 1, or mean. Not named: all as numbers, their mean in a picture")
        ->type_name("N|mean");
    c->add_option("--compare", a->compared, "Another run to show beside it; up to 2")
        ->expected(1)
        ->take_all()
        ->type_name("RUN");
    c->add_option("--epoch", a->epoch, "best, last, or the number of one that was saved or kept")
        ->type_name("best|last|N");
    c->add_option("--view", a->view,
                  "Of a picture: words above the frames that they attend to, the map, or all heads "
                  "and layers as small maps")
        ->check(CLI::IsMember({"figure", "map", "grid"}));
    c->add_option("--strongest", a->strongest, "Lines from each target in the figure")->check(CLI::Range(1, 32));
    c->add_option("--width", a->width, "Of a picture, in millimetres")->check(CLI::Range(60, 1000));
    c->callback([a, &context] {
        if (a->compared.size() > 2) throw CLI::ValidationError("--compare", "2 runs at most");
        if (is_map_file(a->out)) return write(*a, context);
        if (is_drawn(a->out)) return draw(*a, context);
        throw CLI::ValidationError("--out", a->out + " ends in none of .pdf .svg .png .mp4 .h5 .hdf5 .npz .npy .csv");
    });
}

}  // namespace mica::cli
