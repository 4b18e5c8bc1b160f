package tsukasa.bench.measuring;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import tsukasa.kernel.Text;

/// How much memory of the machine a process holds, as the operating system counts it.
final class Memory {
    private Memory() {}

    /// In megabytes of 1,048,576 bytes.
    static double resident(long process) {
        Path status = Path.of("/proc", Long.toString(process), "status");
        try {
            String said = Files.exists(status)
                    ? Files.readAllLines(status).stream()
                            .filter(line -> line.startsWith("VmRSS:"))
                            .findFirst()
                            .orElse("")
                    : asked(process);
            String digits = said.replaceAll("[^0-9]", "");
            if (!digits.isEmpty()) {
                return Long.parseLong(digits) / 1024.0;
            }
        } catch (IOException _) {
            // answered below, like a process that is gone
        }
        throw new BenchFailure(Text.of("メモリーの量を読み取れません。", "The memory of the platform cannot be read."));
    }

    /// Where there is no `/proc`.
    private static String asked(long process) throws IOException {
        Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process)).start();
        return new String(ps.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
}
