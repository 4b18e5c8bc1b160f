package tsukasa.bench.measuring;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;

/// Processor time in seconds until now, of this program and of its PostgreSQL: what work takes, however many others
/// wait for the same processors. What parallel helpers of PostgreSQL took is missing once they have ended.
///
/// @param database 0 where PostgreSQL is not ours
record ProcessorTime(double program, double database) {
    static ProcessorTime until(Path data) {
        double database = server(data)
                .map(server -> Stream.concat(Stream.of(server), server.children())
                        .mapToDouble(ProcessorTime::seconds)
                        .sum())
                .orElse(0.0);
        return new ProcessorTime(seconds(ProcessHandle.current()), database);
    }

    ProcessorTime since(ProcessorTime before) {
        return new ProcessorTime(program - before.program, database - before.database);
    }

    ProcessorTime and(ProcessorTime other) {
        return new ProcessorTime(program + other.program, database + other.database);
    }

    private static double seconds(ProcessHandle process) {
        return process.info().totalCpuDuration().map(Duration::toNanos).orElse(0L) / 1e9;
    }

    private static Optional<ProcessHandle> server(Path data) {
        try (Stream<String> said = Files.lines(data.resolve("postgres").resolve("postmaster.pid"))) {
            return said.findFirst().map(String::strip).map(Long::parseLong).flatMap(ProcessHandle::of);
        } catch (IOException | NumberFormatException _) {
            return Optional.empty();
        }
    }
}
