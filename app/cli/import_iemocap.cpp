// `mica import iemocap`: the corpus as its authors give it out.
#include "app/cli/import.h"
#include "datasets/import/iemocap.h"

namespace mica::cli {

void add_import_iemocap(CLI::App& import, Context& context) {
    auto* command =
        import.add_subcommand("iemocap", "IEMOCAP's own tree: Session1 to Session5 with dialog and sentences");
    struct Arguments {
        MediaArguments media;
        std::string labels = "four", side = "captured-left";
        bool excited = false;
    };
    auto a = std::make_shared<Arguments>();
    add_media_arguments(*command, a->media, "Folder that holds Session1 to Session5", "--vectors");
    command
        ->add_option("--labels", a->labels,
                     "four: neutral, happy, sad, angry, each yes or no; category: the raters' category; vad: valence, "
                     "arousal and dominance")
        ->check(CLI::IsMember({"four", "category", "vad"}));
    command->add_flag("--excited-is-happy", a->excited, "Count excited as happy");
    command
        ->add_option(
            "--side", a->side,
            "Where the actor who names the recording (the F of Ses01F) is in the split picture; whole: take all "
            "of it")
        ->check(CLI::IsMember({"captured-left", "captured-right", "whole"}));
    command->callback([a, &context] {
        IemocapOptions options;
        options.folder = a->media.folder;
        options.labels = a->labels == "four"       ? IemocapLabels::four
                         : a->labels == "category" ? IemocapLabels::category
                                                   : IemocapLabels::ratings;
        options.excited_is_happy = a->excited;
        options.side = a->side == "whole"            ? IemocapSide::whole
                       : a->side == "captured-right" ? IemocapSide::captured_right
                                                     : IemocapSide::captured_left;
        options.features = feature_options(a->media);
        report_import(import_iemocap(options, a->media.to, progress_line("importing"), context.stop), a->media.json);
    });
}

}  // namespace mica::cli
