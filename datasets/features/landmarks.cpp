#include "datasets/features/landmarks.h"

#pragma GCC diagnostic push
#pragma GCC diagnostic ignored "-Wall"
#pragma GCC diagnostic ignored "-Wextra"
#pragma GCC diagnostic ignored "-Wconversion"
#include <dlib/image_processing.h>
#include <dlib/image_processing/frontal_face_detector.h>
#pragma GCC diagnostic pop

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdlib>
#include <map>
#include <mutex>
#include <optional>

#include "datasets/features/face_measures.h"
#include "datasets/features/steps.h"
#include "datasets/types/error.h"

namespace mica {
namespace {

using Grey = dlib::array2d<unsigned char>;

constexpr std::size_t kMostFrames = 3600 * 60;
constexpr const char* kDebianModel = "/usr/share/dlib/shape_predictor_68_face_landmarks.dat";

std::filesystem::path model_place(const std::filesystem::path& wanted) {
    if (!wanted.empty()) return wanted;
    if (const char* set = std::getenv("MICA_FACE_MODEL"); set && *set) return set;
    return kDebianModel;
}

// 100 MB and half a second to read, and constant afterwards: every reader of the process shares it.
std::shared_ptr<const dlib::shape_predictor> shared_model(const std::filesystem::path& place) {
    static std::mutex mutex;
    static std::map<std::string, std::shared_ptr<const dlib::shape_predictor>> loaded;
    const std::lock_guard lock(mutex);
    auto& model = loaded[place.string()];
    if (model) return model;
    std::error_code ec;
    if (!std::filesystem::is_regular_file(place, ec))
        throw Error("the face landmark model is missing", place.string(),
                    "Install Debian's libdlib-data or set MICA_FACE_MODEL");
    auto fresh = std::make_shared<dlib::shape_predictor>();
    try {
        dlib::deserialize(place.string()) >> *fresh;
    } catch (const std::exception&) {
        throw Error("is no landmark model of dlib, or damaged", place.string(), "Install Debian's libdlib-data again");
    }
    if (fresh->num_parts() != kLandmarks) throw Error("is not a model of 68 landmarks", place.string());
    model = fresh;
    return model;
}

struct Box {
    double left, top, right, bottom, score;
};

struct Pending {
    Grey image;
};

// The part of a picture in grey, each pixel the mean of `factor` x `factor`.
Grey grey_of(const Picture& p, PictureHalf half, int largest) {
    const int from = half == PictureHalf::right ? p.width / 2 : 0;
    const int width = half == PictureHalf::left ? p.width / 2 : p.width - from;
    const auto grey = [&](int x, int y) {
        const std::uint8_t* rgb = p.rgb.data() + (std::ptrdiff_t{y} * p.width + from + x) * 3;
        return (rgb[0] * 77 + rgb[1] * 150 + rgb[2] * 29 + 128) >> 8;
    };
    const int side = std::max(width, p.height);
    const int factor = largest > 0 && side > largest ? (side + largest - 1) / largest : 1;
    Grey image;
    image.set_size(std::max(1, p.height / factor), std::max(1, width / factor));
    for (int y = 0; y < static_cast<int>(image.nr()); ++y)
        for (int x = 0; x < static_cast<int>(image.nc()); ++x) {
            if (factor == 1) {
                image[y][x] = static_cast<unsigned char>(grey(x, y));
                continue;
            }
            int sum = 0;
            for (int dy = 0; dy < factor; ++dy)
                for (int dx = 0; dx < factor; ++dx)
                    sum += grey(std::min(x * factor + dx, width - 1), std::min(y * factor + dy, p.height - 1));
            image[y][x] = static_cast<unsigned char>(sum / (factor * factor));
        }
    return image;
}

}  // namespace

struct FaceReader::State {
    FaceOptions options;
    std::shared_ptr<const dlib::shape_predictor> model;
    dlib::frontal_face_detector detector = dlib::get_frontal_face_detector();

    // The largest face; of two alike the one the detector is surer of.
    std::optional<Box> detect(const Grey& image) {
        std::vector<dlib::rect_detection> found;
        detector(image, found, 0.0);
        const dlib::rect_detection* best = nullptr;
        const auto weight = [](const dlib::rect_detection& d) {
            return static_cast<double>(d.rect.area()) * (0.5 + std::max(0.0, d.detection_confidence));
        };
        for (const auto& d : found)
            if (!best || weight(d) > weight(*best)) best = &d;
        if (!best) return std::nullopt;
        const auto& r = best->rect;
        return Box{static_cast<double>(r.left()), static_cast<double>(r.top()), static_cast<double>(r.right()),
                   static_cast<double>(r.bottom()), best->detection_confidence};
    }

    std::vector<float> measure(const Grey& image, const Box& box) const {
        const dlib::rectangle rect(std::lround(box.left), std::lround(box.top), std::lround(box.right),
                                   std::lround(box.bottom));
        const dlib::full_object_detection shape = (*model)(image, rect);
        Landmarks points;
        for (std::size_t i = 0; i < kLandmarks; ++i) {
            const auto& p = shape.part(static_cast<unsigned long>(i));
            points[i] = {static_cast<double>(p.x()), static_cast<double>(p.y())};
        }
        const GreyView view{&image[0][0], static_cast<int>(image.nc()), static_cast<int>(image.nr())};
        return face_measures(points, view, 1 / (1 + std::exp(-2 * box.score)), options);
    }
};

FaceReader::FaceReader(FaceOptions options, const std::filesystem::path& model) : state_(std::make_unique<State>()) {
    (void)face_names(options);  // checks them
    state_->options = options;
    state_->model = shared_model(model_place(model));
}

FaceReader::~FaceReader() = default;

FaceFeatures FaceReader::read(VideoReader& video, const std::stop_token& stop, const PicturePart& part,
                              const Progress& progress) {
    const std::size_t width = face_measure_names(state_->options).size();
    FaceFeatures out;
    out.stream.features = width;
    std::vector<Pending> pending;  // frames since the last detection
    std::optional<Box> before;     // the face at that detection
    bool first = true;
    std::vector<double> begins;

    const auto put = [&](const Grey& image, const std::optional<Box>& box) {
        std::vector<float> row(width, 0.0f);
        if (box) row = state_->measure(image, *box);
        const bool good = box && std::all_of(row.begin(), row.end(), [](float v) { return std::isfinite(v); });
        if (!good) std::fill(row.begin(), row.end(), 0.0f);
        out.stream.values.insert(out.stream.values.end(), row.begin(), row.end());
        out.stream.valid.push_back(good ? 1 : 0);
        if (!good) ++out.flagged;
    };
    // Settles the frames that waited, the newest of them just searched with result `now`.
    const auto settle = [&](const std::optional<Box>& now) {
        const std::size_t n = pending.size();
        for (std::size_t i = 0; i < n; ++i) {
            std::optional<Box> box = i + 1 == n ? now : std::nullopt;
            if (i + 1 < n) {
                if (before && now) {
                    const double a = static_cast<double>(i + 1) / static_cast<double>(n), b = 1 - a;
                    box = Box{b * before->left + a * now->left, b * before->top + a * now->top,
                              b * before->right + a * now->right, b * before->bottom + a * now->bottom,
                              b * before->score + a * now->score};
                } else if (before || now) {
                    box = state_->detect(pending[i].image);  // the face came or went: look at each frame
                }
            }
            put(pending[i].image, box);
        }
        before = now;
        pending.clear();
    };

    const bool piece = part.time.end > 0;
    std::optional<Picture> p = piece ? video.frame_at(part.time.begin) : video.next();
    for (; p && (!piece || p->time < part.time.end); p = video.next()) {
        if (stop.stop_requested()) throw Cancelled();
        if (begins.size() >= kMostFrames)
            throw Error("has more than " + std::to_string(kMostFrames) + " frames", "video", "Cut it into clips");
        Pending frame{grey_of(*p, part.half, part.largest)};
        begins.push_back(std::max(0.0, p->time - part.time.begin));  // the first may be on screen before the piece
        pending.push_back(std::move(frame));
        if (first || static_cast<int>(pending.size()) >= state_->options.detect_every)
            settle(state_->detect(pending.back().image));
        first = false;
        const auto done = static_cast<std::int64_t>(begins.size());
        if (done % 8 == 0) progress(done, std::max(done, video.info().frames), "looking for the face");
    }
    if (!pending.empty()) settle(state_->detect(pending.back().image));

    Stream& s = out.stream;
    s.steps = begins.size();
    const double step = video.info().frame_rate > 0 ? 1 / video.info().frame_rate : 0.04;
    for (std::size_t i = 0; i < begins.size(); ++i)
        s.times.push_back({begins[i], i + 1 < begins.size() ? begins[i + 1] : begins[i] + step});
    if (piece && !s.times.empty()) s.times.back().end = std::min(s.times.back().end, part.time.duration());

    // A frame without a face carries the nearest one that has (the earlier of two as near).
    for (std::size_t i = 0; i < s.steps && out.flagged < s.steps; ++i) {
        if (s.valid[i]) continue;
        for (std::size_t d = 1; d < s.steps; ++d) {
            const bool left = i >= d && s.valid[i - d], right = i + d < s.steps && s.valid[i + d];
            if (!left && !right) continue;
            const std::size_t from = left ? i - d : i + d;
            std::copy_n(s.values.begin() + static_cast<std::ptrdiff_t>(from * width), width,
                        s.values.begin() + static_cast<std::ptrdiff_t>(i * width));
            s.values[i * width + width - 1] = 0;  // its confidence
            break;
        }
    }
    if (state_->options.changes) out.stream = with_changes(out.stream);
    return out;
}

std::vector<std::string> face_names(const FaceOptions& options) {
    if (options.appearance < 0 || options.appearance > 60)
        throw Error("the mouth's coefficients must lie from 0 to 60", "face features");
    if (options.detect_every < 1 || options.detect_every > 25)
        throw Error("faces must be searched every 1 to 25 frames", "face features");
    const auto names = face_measure_names(options);
    return options.changes ? with_changes(names) : names;
}

std::string face_recipe(const FaceOptions& o) {
    return std::string(R"({"kind": "face", "version": 1, "landmarks": "dlib 68", "points": )") +
           (o.points ? "true" : "false") + R"(, "appearance": )" + std::to_string(o.appearance) + R"(, "changes": )" +
           (o.changes ? "true" : "false") + R"(, "detect_every": )" + std::to_string(o.detect_every) + "}";
}

}  // namespace mica
