#include "app/workbench/report.h"
namespace mica {
void write_report(const std::filesystem::path&, const std::filesystem::path&, const std::filesystem::path&) {}
}
