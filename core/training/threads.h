// How the helper threads of torch wait for work.
#pragma once

namespace mica {

/// First thing in main(): lets OpenMP's threads sleep soon when there is nothing to do. Left alone they spin for
/// milliseconds at every barrier, which on a machine that does anything else makes a training step many times
/// slower and starves the window. The runtime reads its settings before main(), so the program starts itself once
/// more with them, unless a person (or ./run) has set GOMP_SPINCOUNT or OMP_WAIT_POLICY.
void let_idle_threads_sleep(char** argv);

}  // namespace mica
