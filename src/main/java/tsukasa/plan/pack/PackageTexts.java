package tsukasa.plan.pack;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CoderResult;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tsukasa.kernel.Sha256;

/// The texts of one package: every file is read through here once, within the package and within its limits, and counts
/// towards the digest.
final class PackageTexts {
    static final int MOST_BYTES = 10 * 1024 * 1024;
    static final int MOST_FILES = 500;
    private static final Pattern SAFE_PATH =
            Pattern.compile("[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*(/[\\p{L}\\p{N}_-][\\p{L}\\p{N}._-]*)*");

    private final PackageFiles files;
    private final Problems problems;
    private final TreeMap<String, byte[]> read = new TreeMap<>();
    private int bytesLeft = MOST_BYTES;

    PackageTexts(PackageFiles files, Problems problems) {
        this.files = files;
        this.problems = problems;
    }

    /// @param namedAt where the package names this file; faults of the name are reported there
    Optional<String> text(String path, Spot namedAt) {
        if (path.length() > 200 || !SAFE_PATH.matcher(path).matches()) {
            problems.add(
                    namedAt,
                    Problems.quote(path) + " is not a path inside the package",
                    "use letters, digits, . _ - and / only, without .. and without a leading /");
            return Optional.empty();
        }
        byte[] before = read.get(path);
        if (before != null) {
            return decode(path, before);
        }
        if (read.size() >= MOST_FILES) {
            problems.add(namedAt, "the package has more than " + MOST_FILES + " files", "put several into one file");
            return Optional.empty();
        }
        return bytes(path, namedAt).flatMap(bytes -> {
            read.put(path, bytes);
            return decode(path, bytes);
        });
    }

    private Optional<byte[]> bytes(String path, Spot namedAt) {
        try {
            byte[] bytes = files.read(path, bytesLeft);
            if (bytes.length > bytesLeft) {
                problems.add(
                        Spot.whole(path),
                        "with this file the package has more than " + MOST_BYTES / 1024 / 1024 + " MB",
                        "take out what is not part of the plan");
                return Optional.empty();
            }
            bytesLeft -= bytes.length;
            return Optional.of(bytes);
        } catch (NoSuchFileException | FileNotFoundException missing) {
            problems.add(namedAt, "there is no file " + Problems.quote(path), "add it, or correct the name");
        } catch (PackageFiles.OutsidePackage outside) {
            problems.add(
                    namedAt, Problems.quote(path) + " leads out of the package", "put the file itself into the folder");
        } catch (AccessDeniedException denied) {
            problems.add(namedAt, Problems.quote(path) + " may not be read", "allow this user to read it");
        } catch (IOException unreadable) {
            problems.add(namedAt, Problems.quote(path) + " cannot be read", "check the file and the disk it lies on");
        }
        return Optional.empty();
    }

    private Optional<String> decode(String path, byte[] bytes) {
        CharBuffer chars = CharBuffer.allocate(bytes.length);
        ByteBuffer in = ByteBuffer.wrap(bytes);
        CoderResult result = StandardCharsets.UTF_8.newDecoder().decode(in, chars, true);
        String text = chars.flip().toString();
        if (result.isError()) {
            problems.add(Spot.at(path, text, text.length()), "this is not UTF-8", "save the file as UTF-8");
            return Optional.empty();
        }
        return Optional.of(text.startsWith("\uFEFF") ? text.substring(1) : text);
    }

    /// SHA-256 over path, length and bytes of every file read, in the order of their paths.
    String digest() {
        MessageDigest sha = Sha256.digest();
        read.forEach((path, bytes) -> {
            sha.update((path + '\0' + bytes.length + '\0').getBytes(StandardCharsets.UTF_8));
            sha.update(bytes);
        });
        return Sha256.hex(sha);
    }
}
