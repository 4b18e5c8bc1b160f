package tsukasa.bench.measuring;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// Only an empty folder or one that says of itself that it was made for measuring: anything else may be an agency's.
sealed interface BenchFolder {
    String SIGN = "made-for-bench.txt";

    record Refused(Text why) implements BenchFolder {}

    /// Held until closed.
    record Taken(Path path, FileChannel lock) implements BenchFolder, AutoCloseable {
        @Override
        public void close() {
            try {
                lock.close();
            } catch (IOException _) {
                // the operating system gives it back at the end of the process
            }
        }
    }

    static BenchFolder take(Path folder) {
        try {
            if (Files.exists(folder) && !Files.isDirectory(folder)) {
                return new Refused(Text.of(folder + " はフォルダーではありません。", folder + " is no folder."));
            }
            Path sign = folder.resolve(SIGN);
            if (!Files.exists(sign) && !empty(folder)) {
                return new Refused(foreign(folder));
            }
            Files.createDirectories(folder);
            FileChannel channel = FileChannel.open(sign, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock(channel) == null) {
                channel.close();
                return new Refused(
                        Text.of(folder + " では、別の測定が動いています。", "Another measurement is running in " + folder + "."));
            }
            Files.writeString(sign, "Invented data for ./tsukasa bench plan. This folder may be removed.\n");
            return new Taken(folder.toRealPath(), channel);
        } catch (IOException e) {
            return new Refused(Text.of(folder + " に書き込めません。", "Cannot write to " + folder + "."));
        }
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException _) {
            return null;
        }
    }

    private static Text foreign(Path folder) {
        boolean agency = Files.exists(folder.resolve("tsukasa.lock")) || Files.exists(folder.resolve("postgres"));
        return agency
                ? Text.of(
                        folder + " は運用中のデータフォルダーです。測定には別のフォルダーを指定してください。",
                        folder + " is the data folder of an agency. Measure in another one.")
                : Text.of(
                        folder + " は空ではありません。測定には空のフォルダーを指定してください。",
                        folder + " is not empty. Measure in an empty folder.");
    }

    private static boolean empty(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return true;
        }
        try (Stream<Path> children = Files.list(folder)) {
            return children.findAny().isEmpty();
        }
    }
}
