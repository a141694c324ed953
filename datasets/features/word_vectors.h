// Words as vectors of one fixed size: hashed character n-grams (no file needed, the same on every machine),
// or the vectors of a GloVe text file.
#pragma once

#include <cstddef>
#include <filesystem>
#include <map>
#include <set>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "datasets/types/clip.h"

namespace mica {

/// Lower case of UTF-8 text (ASCII, Latin-1, Greek, Cyrillic letters); other bytes stay as they are.
[[nodiscard]] std::string lower_case(std::string_view text);

/// A word's hashed vector: the word between < and >, lower-cased, is cut into its character 3-, 4- and
/// 5-grams and itself; each picks a fixed pseudo-random vector of signs; their sum (the whole word counts
/// double) is scaled to length 1. Words that share parts get similar vectors.
[[nodiscard]] std::vector<float> hashed_word(std::string_view word, std::size_t size = 64);

class WordVectors {
public:
    /// Hashed vectors of `size` values (8 to 1024). Throws Error.
    [[nodiscard]] static WordVectors hashed(std::size_t size = 64);

    /// Reads a GloVe .txt (no header, "token v1 .. vN", the token may hold spaces) line by line and keeps the words
    /// in `needed`, found as they are or in lower case. N is found from the file's first lines, or stands in the
    /// first line "COUNT N" of word2vec's text form. Throws Error naming the line for a malformed one; Error too
    /// where none of the words is in the file. length: of the vectors of words that the file lacks; 0: the mean length of
    /// those it has. The recipe names the file's digest and that length.
    [[nodiscard]] static WordVectors glove(const std::filesystem::path& file, const std::set<std::string>& needed,
                                           float length = 0);

    [[nodiscard]] std::size_t size() const { return size_; }
    /// The word's vector. With GloVe, a word that the file lacks gets its hashed vector at the mean length.
    [[nodiscard]] std::vector<float> vector(const std::string& word) const;
    /// What stands for a masked word: a constant that no word has.
    [[nodiscard]] const std::vector<float>& mask() const { return mask_; }
    /// Needed words that the GloVe file lacks.
    [[nodiscard]] const std::vector<std::string>& missing() const { return missing_; }
    /// JSON; equal recipes give equal vectors.
    [[nodiscard]] const std::string& recipe() const { return recipe_; }
    /// One step per word with the word's time; masked words get mask().
    [[nodiscard]] Stream stream(std::span<const Word> words) const;

private:
    std::size_t size_ = 0;
    float scale_ = 1;  // length of hashed vectors
    std::map<std::string, std::vector<float>> known_;
    std::vector<float> mask_;
    std::vector<std::string> missing_;
    std::string recipe_;
};

}  // namespace mica
