#include "datasets/check/form.h"

#include <algorithm>
#include <array>
#include <fstream>
#include <map>
#include <optional>
#include <string_view>
#include <vector>

#include "datasets/features/word_vectors.h"
#include "datasets/store/h5_file.h"
#include "datasets/store/h5_foreign.h"
#include "datasets/store/set_layout.h"
#include "datasets/types/error.h"
#include "datasets/words/check.h"

namespace mica::check {
namespace {

constexpr std::size_t kLook = 64 << 10;
constexpr std::string_view kHdf5 = "\x89HDF\r\n\x1a\n";

std::string beginning(const std::filesystem::path& path) {
    const std::string file = path.string();
    std::error_code ec;
    if (!std::filesystem::exists(path, ec)) throw Error("there is no such file", file);
    if (std::filesystem::is_directory(path, ec)) throw Error("is a folder", file, "Name the files in it");
    if (!std::filesystem::is_regular_file(path, ec)) throw Error("is not a file", file);
    std::ifstream in(path, std::ios::binary);
    std::string data(kLook, '\0');
    in.read(data.data(), static_cast<std::streamsize>(data.size()));
    if (!in && !in.eof()) throw Error("cannot be read", file);
    data.resize(static_cast<std::size_t>(in.gcount()));
    if (data.empty()) throw Error("is empty", file);
    return data;
}

std::vector<std::string_view> fields(std::string_view line) {
    std::vector<std::string_view> out;
    for (line = words::trim(line); !line.empty(); line = words::trim(line)) {
        const std::size_t end = std::min(line.find_first_of(" \t"), line.size());
        out.push_back(line.substr(0, end));
        line.remove_prefix(end);
    }
    return out;
}

Form hdf5_form(const std::filesystem::path& path) {
    try {
        h5::examine(path);
    } catch (const Error&) {  // opened here it might crash HDF5; its groups' names tell as well
        const auto names = h5::Foreign(path).children("/", 10'000);
        const auto has = [&](const char* name) { return std::find(names.begin(), names.end(), name) != names.end(); };
        return has("clips") && has("words") && has("text") ? Form::set : Form::sequence;
    }
    const h5::Source source(path);
    const auto a = source.attributes("/");
    const auto format = a.find("format");
    const auto* name = format == a.end() ? nullptr : std::get_if<std::string>(&format->second);
    return name && *name == layout::kFormat ? Form::set : Form::sequence;
}

// A UTF-16 text as the bytes of its Latin letters, enough to look for words in it.
std::string narrow(const std::string& data) {
    if (data.size() < 2 || !(data.starts_with("\xff\xfe") || data.starts_with("\xfe\xff"))) return data;
    std::string out;
    for (const char c : data.substr(2))
        if (c != '\0') out.push_back(c);
    return out;
}

std::optional<Form> text_form(std::string text) {
    text = narrow(text);
    if (text.starts_with("\xef\xbb\xbf")) text.erase(0, 3);
    const std::string_view all = words::trim(text);
    if (all.starts_with("File type = \"ooTextFile\"") || all.find("\"TextGrid\"") < 200) return Form::textgrid;
    if (all.starts_with("WEBVTT")) return Form::vtt;
    if (all.starts_with("{") || all.starts_with("[")) return Form::words_json;
    words::Lines lines(all);
    const auto first = lines.next();
    if (!first) return std::nullopt;
    const std::string header = lower_case(*first);
    if (header.starts_with("frame") && header.find("timestamp") < 40 && header.find("confidence") < 80)
        return Form::openface;
    const auto start = fields(*first);
    if (start.size() == 3 && words::number(start[0]) && words::number(start[1])) return Form::align;
    const auto second = lines.next();
    if (second && words::number(*first) && second->find("-->") != std::string_view::npos) return Form::srt;
    if (first->find("-->") != std::string_view::npos) return Form::srt;
    // a token and at least ten numbers: word vectors; a count and a size may stand before them
    const auto numbers = [](const std::vector<std::string_view>& f) {
        return f.size() > 10 && std::all_of(f.end() - 10, f.end(), [](auto x) { return words::number(x).has_value(); });
    };
    if (numbers(start) || (start.size() == 2 && second && numbers(fields(*second)))) return Form::glove;
    return std::nullopt;
}

const std::map<std::string, Form>& by_extension() {
    static const std::map<std::string, Form> all{
        {".textgrid", Form::textgrid}, {".align", Form::align}, {".srt", Form::srt},   {".vtt", Form::vtt},
        {".json", Form::words_json},   {".csv", Form::table},   {".tsv", Form::table}, {".tab", Form::table}};
    return all;
}

}  // namespace

Form form_of(const std::filesystem::path& path) {
    const std::string data = beginning(path);
    if (data.starts_with(kHdf5)) return hdf5_form(path);
    if (data.starts_with("MATLAB 5.0") || data.starts_with("MATLAB 7.3")) return Form::matlab;
    if (data.size() > 1 && data[0] == '\x80' && data[1] >= 2 && data[1] <= 5) return Form::pickle;
    const bool wide = data.starts_with("\xff\xfe") || data.starts_with("\xfe\xff");
    if (wide || data.find('\0') == std::string::npos) {
        if (const auto form = text_form(data)) return *form;
        const auto at = by_extension().find(lower_case(path.extension().string()));
        if (at != by_extension().end()) return at->second;
    }
    throw Error(
        "is of no form that this program reads", path.string(),
        "It reads sets (.h5), computational sequences (.csd), MulT and MMSA pickles (protocol 2 to 5), OpenFace "
        "tables, COVAREP .mat, GloVe vectors, word timings (.TextGrid, .align, .srt, .vtt, .json) and tables "
        "of labels (.csv, .tsv)");
}

}  // namespace mica::check
