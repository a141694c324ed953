// A script spoken and acted: its sound, the times of everything, and the face at any moment.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "datasets/media/media.h"
#include "datasets/sample/prosody.h"
#include "datasets/sample/recipe.h"
#include "datasets/sample/speech.h"
#include "datasets/types/clip.h"

namespace mica {

/// What a face does at one moment: action units from 0 to about 1 (FACS numbers), gaze and head turns from -1
/// to 1. This is what the vision stream holds and what the picture is drawn from.
struct Face {
    enum Unit : std::size_t {
        inner_brow,
        outer_brow,
        brow_lowerer,
        cheek,
        smile,
        frown,
        lips_part,
        jaw,
        pucker,
        blink,
        gaze_x,
        gaze_y,
        yaw,
        pitch,
        roll,
        count
    };
    std::array<float, count> unit{};
    float& operator[](Unit u) { return unit[u]; }
    float operator[](Unit u) const { return unit[u]; }
};
/// "AU1", "AU2", ... in the order of Face::Unit.
[[nodiscard]] const std::vector<std::string>& face_names();

/// An expression of the face in time.
struct Expression {
    Interval time;
    int kind = 0;  // +1 smile, -1 frown
    double strength = 1;
};

class Performance {
public:
    /// Speaks clip number `clip` and acts it out. The same seed and number give the same bits. Throws Error.
    Performance(std::uint64_t seed, std::size_t clip);

    [[nodiscard]] const Script& script() const { return script_; }
    [[nodiscard]] const Sound& sound() const { return sound_; }  // 16 kHz
    [[nodiscard]] double duration() const { return sound_.duration(); }
    [[nodiscard]] const std::vector<Interval>& words() const { return words_; }
    /// One per word of the script with face != 0, and with voice != 0.
    [[nodiscard]] const std::vector<Expression>& expressions() const { return expressions_; }
    [[nodiscard]] const std::vector<Tone>& tones() const { return tones_; }
    /// Per bearing word: its own time, its expression's and its tone's (zero duration where it has none).
    [[nodiscard]] std::vector<Link> links() const;
    [[nodiscard]] Face face(double time) const;

private:
    struct Sway {
        double amplitude, frequency, phase;
    };
    Script script_;
    Sound sound_;
    std::vector<Interval> words_;
    std::vector<Phoneme> phonemes_;
    std::vector<Expression> expressions_;
    std::vector<Tone> tones_;
    std::vector<double> blinks_;                // middles, seconds
    std::array<std::array<Sway, 3>, 6> sways_;  // gaze x and y, yaw, pitch, roll, brows
};

}  // namespace mica
