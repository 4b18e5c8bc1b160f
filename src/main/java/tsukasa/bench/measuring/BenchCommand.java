package tsukasa.bench.measuring;

import java.io.PrintStream;
import java.util.List;
import tsukasa.bench.measuring.BenchArguments.Options;
import tsukasa.kernel.Command;

/// `bench WORD`: a job with its options.
abstract class BenchCommand implements Command {
    private final String word;
    private final Options options;
    private final BenchJob job;

    BenchCommand(String word, Options options, BenchJob job) {
        this.word = word;
        this.options = options;
        this.job = job;
    }

    @Override
    public final List<String> words() {
        return List.of("bench", word);
    }

    @Override
    public final int run(List<String> arguments, PrintStream out, PrintStream err) {
        return BenchJob.of(options, arguments, out, err, job);
    }
}
