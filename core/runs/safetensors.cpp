#include "core/runs/safetensors.h"

#include <algorithm>
#include <bit>
#include <fstream>
#include <nlohmann/json.hpp>

#include "core/runs/files.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

static_assert(std::endian::native == std::endian::little, "safetensors are little-endian");
using nlohmann::json;

constexpr std::uint64_t kLongestHeader = std::uint64_t{64} << 20;

struct Type {
    const char* name;
    torch::ScalarType type;
    std::uint64_t bytes;
};
constexpr std::array<Type, 7> kTypes{{{"F32", torch::kFloat32, 4},
                                      {"F16", torch::kFloat16, 2},
                                      {"F64", torch::kFloat64, 8},
                                      {"I64", torch::kInt64, 8},
                                      {"I32", torch::kInt32, 4},
                                      {"U8", torch::kUInt8, 1},
                                      {"BOOL", torch::kBool, 1}}};

struct Entry {
    std::string name;
    Type type{};
    std::vector<std::int64_t> shape;
    std::uint64_t begin = 0, end = 0;
};

struct Header {
    std::vector<Entry> entries;  // in the order of their data
    std::map<std::string, std::string> metadata;
    std::uint64_t data = 0;  // where the tensors begin in the file
};

class Reader {
public:
    explicit Reader(const std::filesystem::path& file) : file_(file), in_(file, std::ios::binary) {
        std::error_code error;
        if (!in_ || !std::filesystem::is_regular_file(file, error))
            fail("cannot be read (missing, a folder or not permitted)");
        // of what is open: by its name another may have come in its place, as a training saves again and again
        const std::streamoff size = in_.seekg(0, std::ios::end).tellg();
        if (size < 0 || !in_.seekg(0)) fail("cannot be read (not a file with an end)");
        size_ = static_cast<std::uint64_t>(size);
    }
    [[noreturn]] void fail(const std::string& what) const { throw Error(what, file_.string()); }

    [[nodiscard]] Header header() {
        std::uint64_t length = 0;
        if (size_ < 8) fail("is no checkpoint: shorter than its header");
        read(reinterpret_cast<char*>(&length), 8);
        if (length > kLongestHeader || length > size_ - 8)
            fail("is no checkpoint, or truncated: its header does not fit in the file");
        std::string text(length, '\0');
        read(text.data(), length);
        const json j = json::parse(text, nullptr, false);
        if (!j.is_object()) fail("is no checkpoint: its header is not JSON");
        Header h;
        h.data = 8 + length;
        for (const auto& [name, value] : j.items()) {
            if (name == "__metadata__")
                metadata(value, h);
            else
                h.entries.push_back(entry(name, value));
        }
        std::sort(h.entries.begin(), h.entries.end(),
                  [](const Entry& a, const Entry& b) { return std::pair(a.begin, a.end) < std::pair(b.begin, b.end); });
        std::uint64_t at = 0;
        for (const Entry& e : h.entries) {
            if (e.begin != at) fail("is damaged: tensor '" + e.name + "' overlaps another or leaves a gap");
            at = e.end;
        }
        if (at != size_ - h.data)
            fail(at > size_ - h.data ? "is truncated: its tensors need " + std::to_string(at) + " bytes, it has " +
                                           std::to_string(size_ - h.data)
                                     : "is damaged: bytes after its last tensor");
        return h;
    }
    void read(char* to, std::uint64_t bytes) {
        if (!in_.read(to, static_cast<std::streamsize>(bytes))) fail("could not be read to its end");
    }

private:
    void metadata(const json& value, Header& h) const {
        if (!value.is_object()) fail("is damaged: its metadata is not an object");
        for (const auto& [k, v] : value.items()) {
            if (!v.is_string()) fail("is damaged: metadata '" + k + "' is not a text");
            h.metadata[k] = v.get<std::string>();
        }
    }
    [[nodiscard]] Entry entry(const std::string& name, const json& value) const {
        const auto damaged = [&](const char* part) { fail("is damaged: tensor '" + name + "' has " + part); };
        if (!value.is_object() || !value.contains("dtype") || !value.contains("shape") ||
            !value.contains("data_offsets"))
            damaged("no dtype, shape or data_offsets");
        Entry e;
        e.name = name;
        const json& dtype = value["dtype"];
        const auto type = std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& t) { return dtype == t.name; });
        if (type == kTypes.end()) damaged("an unknown dtype");
        e.type = *type;
        const json& shape = value["shape"];
        if (!shape.is_array() || shape.size() > 8) damaged("no proper shape");
        std::uint64_t bytes = e.type.bytes;
        for (const json& s : shape) {
            if (!s.is_number_unsigned()) damaged("a size that is no whole number");
            const auto n = s.get<std::uint64_t>();
            if (n > size_ || (n != 0 && bytes > size_ / n)) damaged("a shape larger than the file");
            bytes *= n;
            e.shape.push_back(static_cast<std::int64_t>(n));
        }
        const json& offsets = value["data_offsets"];
        if (!offsets.is_array() || offsets.size() != 2 || !offsets[0].is_number_unsigned() ||
            !offsets[1].is_number_unsigned())
            damaged("no proper data_offsets");
        e.begin = offsets[0].get<std::uint64_t>();
        e.end = offsets[1].get<std::uint64_t>();
        if (e.begin > e.end || e.end - e.begin != bytes) damaged("data_offsets that do not fit its shape");
        return e;
    }
    std::filesystem::path file_;
    std::ifstream in_;
    std::uint64_t size_ = 0;
};

}  // namespace

void write_safetensors(const std::filesystem::path& file, const SafeTensors& content) {
    json header = json::object();
    if (!content.metadata.empty()) header["__metadata__"] = content.metadata;
    std::vector<torch::Tensor> kept;
    std::uint64_t at = 0;
    for (const auto& [name, tensor] : content.tensors) {
        const auto type =
            std::find_if(kTypes.begin(), kTypes.end(), [&](const Type& t) { return t.type == tensor.scalar_type(); });
        if (type == kTypes.end())
            throw Error("tensor '" + name + "' has a type that checkpoints do not hold", file.string());
        kept.push_back(tensor.detach().to(torch::kCPU).contiguous());
        const auto bytes = static_cast<std::uint64_t>(kept.back().nbytes());
        header[name] = {
            {"dtype", type->name}, {"shape", kept.back().sizes().vec()}, {"data_offsets", {at, at + bytes}}};
        at += bytes;
    }
    std::string text = header.dump();
    text.append((8 - text.size() % 8) % 8, ' ');  // the format asks for tensors that begin aligned
    const std::uint64_t length = text.size();
    std::vector<std::pair<const void*, std::size_t>> pieces{{&length, 8}, {text.data(), text.size()}};
    for (const torch::Tensor& t : kept) pieces.emplace_back(t.data_ptr(), t.nbytes());
    write_whole(file, pieces);
}

SafeTensors read_safetensors(const std::filesystem::path& file, std::uint64_t limit) {
    Reader reader(file);
    Header header = reader.header();
    if (!header.entries.empty() && header.entries.back().end > limit) reader.fail("is larger than a checkpoint may be");
    SafeTensors content;
    content.metadata = std::move(header.metadata);
    for (const Entry& e : header.entries) {
        torch::Tensor t = torch::empty(e.shape, e.type.type);
        reader.read(static_cast<char*>(t.data_ptr()), e.end - e.begin);
        content.tensors.emplace(e.name, std::move(t));
    }
    return content;
}

std::map<std::string, std::string> read_safetensors_metadata(const std::filesystem::path& file) {
    return Reader(file).header().metadata;
}

}  // namespace mica
