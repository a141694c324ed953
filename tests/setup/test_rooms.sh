#!/usr/bin/env bash
# The walls between the rooms, as the sources state them, and habits that no compiler checks.
# shellcheck source=tests/setup/check.sh disable=SC2154
. "$(dirname "$0")/check.sh"
cd "$root" || exit 1

# forbid ROOM PATTERN FOLDER...: no #include in the folders matches PATTERN (what stands between the quotes)
forbid() {
    local room=$1 pattern=$2 found
    shift 2
    found=$(grep -rnE --include='*.h' --include='*.cpp' --include='*.cu' --include='*.cuh' "^\s*#\s*include\s*[<\"]($pattern)" "$@")
    [ -z "$found" ] || bad "$room includes what it must not see:"$'\n'"$found"
}
qt='Q[A-Za-z]|qcustomplot' torch='torch/|ATen/|c10/' hdf5='hdf5|H5' media='libav|libsw' features='dlib/|aubio|fftw|espeak'
forbid datasets "$qt|$torch|core/|widgets/|app/" datasets
forbid "datasets/types" "$hdf5|$media|$features|datasets/(store|media|features|words|import|sample|feature_files|pickle|csd|check|export|views)/" datasets/types
forbid core/reports "$qt|$torch|$hdf5|$media|$features|core/(models?|alignment|metrics|analysis|training|runs)/|widgets/|app/" core/reports
forbid core/kernels "$qt|$torch|$hdf5|$media|$features|datasets/|core/(reports|models?|alignment|metrics|analysis|training|runs)/|widgets/|app/" core/kernels
forbid core/statistics "$qt|$torch|$hdf5|$media|$features|datasets/[^t]|core/(models?|alignment|metrics|analysis|training|runs)/|widgets/|app/" core/statistics
forbid core/tables "$qt|$torch|$hdf5|$media|$features|datasets/[^t]|core/(models?|alignment|metrics|analysis|training|runs)/|widgets/|app/" core/tables
forbid core/sweeps "$qt|$torch|$hdf5|$media|$features|datasets/([^st]|store/([^p]|p[^a]))|core/(models?|alignment|metrics|analysis|training|runs)/|widgets/|app/" core/sweeps
forbid core/cuda "$qt|$torch|$hdf5|$media|$features|datasets/|core/(reports|models?|alignment|metrics|analysis|training|runs)/|widgets/|app/" core/cuda
forbid core "$qt|$media|$features|widgets/|app/" core
forbid "core, the part of LibTorch alone" "$hdf5|sqlite|toml|nlohmann|linear\.h|core/(training|runs|analysis)/|datasets/(store|media|features|words|import|sample|feature_files|pickle|csd|check|export|views)/" \
    core/model core/models core/alignment core/metrics
forbid widgets "$torch|$hdf5|$media|$features|core/(models?|alignment|metrics|analysis|training|runs)/|datasets/(store|media|features|words|import|sample|feature_files|pickle|csd|check/([^r]|r[^e]|re[^p])|export|views)/|app/" widgets
forbid bench "$qt|$hdf5|$media|$features|widgets/|app/" bench
forbid app/cli "$qt|widgets/|app/workbench/" app/cli

while read -r lines file; do
    [ "$lines" -le 500 ] || bad "$file has $lines lines: one idea a file, at most 500"
done < <(find app bench core datasets widgets \( -name "*.h" -o -name "*.cpp" -o -name "*.cu" -o -name "*.cuh" \) -exec wc -l {} + | grep -v ' total$')
finish
