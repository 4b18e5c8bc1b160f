package tsukasa.bench.measuring;

import tsukasa.kernel.Text;

/// A measurement that could not be made.
final class BenchFailure extends RuntimeException {
    private final Text what;

    BenchFailure(Text what) {
        super(what.en());
        this.what = what;
    }

    Text what() {
        return what;
    }
}
