package tsukasa.kernel.database;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Properties;
import tsukasa.kernel.StartFailure;
import tsukasa.kernel.Text;

/// What an operator set for a data folder, for jobs of the command line: the environment first, then
/// `tsukasa.properties`
/// in it.
public final class DataSettings {
    public static final String FILE = "tsukasa.properties";
    private final Properties properties;

    private DataSettings(Properties properties) {
        this.properties = properties;
    }

    public static DataSettings of(Path data) {
        Properties settings = new Properties();
        Path file = data.resolve(FILE);
        if (Files.exists(file)) {
            try (var reader = Files.newBufferedReader(file)) {
                settings.load(reader);
            } catch (IOException | IllegalArgumentException e) {
                throw new StartFailure(
                        Text.of(file + " を読めません。", file + " cannot be read."),
                        Text.of("ファイルの権限と内容を確かめてください。", "Check its permissions and its content."),
                        e);
            }
        }
        return new DataSettings(settings);
    }

    /// @param name such as `tsukasa.database-url`
    public String get(String name, String otherwise) {
        String environment =
                System.getenv(name.replace("-", "").replace('.', '_').toUpperCase(Locale.ROOT));
        String old = System.getenv(name.replace('-', '_').replace('.', '_').toUpperCase(Locale.ROOT));
        if (environment != null || old != null) {
            return environment != null ? environment : String.valueOf(old);
        }
        return properties.getProperty(name, otherwise);
    }
}
