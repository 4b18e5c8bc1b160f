package tsukasa.kernel.page;

import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Reads the fields of a form that was sent.
public final class FormFields {
    private FormFields() {}

    /// Empty when it was not sent; line breaks as we write them, no blanks around.
    public static String text(HttpServletRequest request, String name) {
        String value = request.getParameter(name);
        return value == null
                ? ""
                : value.replace("\r\n", "\n").replace("\u0000", "").strip();
    }

    /// `2021-12-31`
    public static Optional<LocalDate> day(String written) {
        try {
            return Optional.of(LocalDate.parse(written.strip()));
        } catch (DateTimeParseException noDay) {
            return Optional.empty();
        }
    }

    /// A version or a number of rows; 0 for whatever is none.
    public static int count(String digits) {
        return digits.matches("[0-9]{1,6}") ? Integer.parseInt(digits) : 0;
    }
}
