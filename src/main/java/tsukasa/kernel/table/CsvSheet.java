package tsukasa.kernel.table;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetReading.Unusable;

/// RFC 4180, with commas or tabs, in the encodings spreadsheets of Japan write. What cannot be decoded is refused: a
/// guess would turn one name into another.
final class CsvSheet implements CsvCells.Taker<Unusable> {
    private static final Charset SHIFT_JIS = Charset.forName("Windows-31J");
    private final String text;
    private final int longest;
    private final char separator;
    private final List<SheetRow> rows = new ArrayList<>();
    private Map<Integer, SheetCell> row = new HashMap<>();
    private int column;
    private int number = 1;

    private CsvSheet(String text, int longest) {
        this.text = text;
        this.longest = longest;
        int end = text.indexOf('\n') < 0 ? text.length() : text.indexOf('\n');
        String first = text.substring(0, end);
        this.separator = first.indexOf('\t') >= 0 ? '\t' : ',';
    }

    static SheetReading read(byte[] content, int longest) throws Unusable {
        Decoded decoded = decode(content);
        if (decoded.text().indexOf(0) >= 0) {
            throw noText();
        }
        CsvSheet sheet = new CsvSheet(decoded.text(), longest);
        sheet.parse();
        return new SheetReading.Rows(sheet.rows, Text.same("CSV（" + decoded.encoding() + "）"));
    }

    private record Decoded(String text, String encoding) {}

    private static Decoded decode(byte[] content) throws Unusable {
        if (startsWith(content, 0xFF, 0xFE)) {
            return new Decoded(strictly(content, StandardCharsets.UTF_16LE).substring(1), "UTF-16");
        }
        if (startsWith(content, 0xFE, 0xFF)) {
            return new Decoded(strictly(content, StandardCharsets.UTF_16BE).substring(1), "UTF-16");
        }
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(content))
                    .toString();
            return new Decoded(text.startsWith("\uFEFF") ? text.substring(1) : text, "UTF-8");
        } catch (CharacterCodingException other) {
            return new Decoded(strictly(content, SHIFT_JIS), "Shift_JIS");
        }
    }

    private static boolean startsWith(byte[] content, int first, int second) {
        return content.length >= 2 && (content[0] & 0xFF) == first && (content[1] & 0xFF) == second;
    }

    private static String strictly(byte[] content, Charset charset) throws Unusable {
        try {
            return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
        } catch (CharacterCodingException e) {
            throw noText();
        }
    }

    private static Unusable noText() {
        return new Unusable(
                Text.of("文字として読めません。", "It cannot be read as text."),
                Text.of("XLSX、またはUTF-8かShift_JISのCSVで保存してください。", "Save it as XLSX, or as CSV in UTF-8 or Shift_JIS."));
    }

    private void parse() throws Unusable {
        int openedIn = CsvCells.read(text, separator, this);
        if (openedIn > 0) {
            throw new Unusable(
                    Text.of(openedIn + "行目の引用符が閉じていません。", "A quotation mark of line " + openedIn + " is not closed."),
                    Text.of("\" の対応を確かめてください。", "Check that every \" has its partner."));
        }
    }

    @Override
    public void cell(String value) throws Unusable {
        if (!value.isBlank()) {
            String at = SheetCell.name(column, number);
            if (column >= SheetReading.MOST_COLUMNS) {
                throw SheetReading.tooManyColumns(at);
            }
            row.put(column, cell(at, value));
        }
        column++;
    }

    private SheetCell cell(String at, String value) {
        if (value.length() > longest) {
            return new SheetCell(at, value.substring(0, 40), SheetCell.Odd.TOO_LONG);
        }
        boolean formula = value.charAt(0) == '=';
        return new SheetCell(at, value.strip(), formula ? SheetCell.Odd.FORMULA : SheetCell.Odd.NO);
    }

    @Override
    public void endRow() throws Unusable {
        if (!row.isEmpty()) {
            if (rows.size() >= SheetReading.MOST_ROWS) {
                throw SheetReading.tooManyRows();
            }
            rows.add(new SheetRow(number, row));
            row = new HashMap<>();
        }
        column = 0;
        number++;
    }
}
