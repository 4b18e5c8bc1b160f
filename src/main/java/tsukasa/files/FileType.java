package tsukasa.files;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tsukasa.kernel.Text;

/// The types of file that are kept, told by their content.
public enum FileType {
    PDF("PDF", "application/pdf", "pdf"),
    PNG("PNG", "image/png", "png"),
    JPEG("JPEG", "image/jpeg", "jpg", "jpeg"),
    XLSX("Excel", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"),
    DOCX("Word", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"),
    PPTX("PowerPoint", "application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"),
    CSV("CSV", "text/csv", "csv"),
    TXT("TXT", "text/plain", "txt"),
    /// Only where a module asks for it: software that is offered to everyone.
    ZIP("ZIP", "application/zip", "zip", "jar");

    private final String title;
    private final String mediaType;
    private final List<String> endings;

    FileType(String title, String mediaType, String... endings) {
        this.title = title;
        this.mediaType = mediaType;
        this.endings = List.of(endings);
    }

    public static Optional<FileType> ofMediaType(String written) {
        return Arrays.stream(values())
                .filter(type -> type.mediaType.equals(written))
                .findFirst();
    }

    /// For the `accept` attribute of a file field.
    public static String accepted() {
        return Arrays.stream(values())
                .filter(type -> type != ZIP)
                .flatMap(type -> type.endings.stream())
                .map(ending -> "." + ending)
                .collect(Collectors.joining(","));
    }

    /// What may be kept, in words.
    public static Text allowed() {
        return Text.of(
                "PDF、PNG、JPEG、CSV、テキスト、マクロなしのExcel・Word・PowerPoint",
                "PDF, PNG, JPEG, CSV, text, and Excel, Word or PowerPoint without macros");
    }

    public Text title() {
        return this == TXT ? Text.of("テキスト", "Text") : Text.same(title);
    }

    public String mediaType() {
        return mediaType;
    }

    public boolean fits(String name) {
        String lower = name.toLowerCase(Locale.ROOT);
        return endings.stream().anyMatch(ending -> lower.endsWith("." + ending));
    }

    public String ending() {
        return endings.getFirst();
    }
}
