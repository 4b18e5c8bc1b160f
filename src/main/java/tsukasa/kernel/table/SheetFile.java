package tsukasa.kernel.table;

import java.nio.charset.StandardCharsets;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetReading.Unusable;

/// Reads the first sheet of an XLSX file, or a CSV file, whatever somebody sent; what came with it that acts or reaches
/// out is refused.
public final class SheetFile {
    private SheetFile() {}

    public static SheetReading read(byte[] content) {
        return read(content, SheetReading.LONGEST_CELL);
    }

    /// @param longestCell how many characters a cell may hold
    public static SheetReading read(byte[] content, int longestCell) {
        try {
            if (content.length >= 4 && content[0] == 'P' && content[1] == 'K') {
                return XlsxSheet.read(content, longestCell);
            }
            refuseOthers(content);
            return CsvSheet.read(content, longestCell);
        } catch (Unusable unusable) {
            return unusable.unreadable();
        }
    }

    /// Rows as they were copied from a spreadsheet, as the file they could have been.
    public static byte[] pasted(String rows) {
        return rows.getBytes(StandardCharsets.UTF_8);
    }

    private static void refuseOthers(byte[] content) throws Unusable {
        if (content.length >= 4 && (content[0] & 0xFF) == 0xD0 && (content[1] & 0xFF) == 0xCF) {
            throw new Unusable(
                    Text.of(
                            "古い形式（.xls）か、パスワードの付いたブックです。",
                            "It is a workbook of the old kind (.xls), or has a password."),
                    Text.of("パスワードを外し、.xlsxで保存してください。", "Take the password off and save it as .xlsx."));
        }
        if (content.length >= 4 && content[0] == '%' && content[1] == 'P' && content[2] == 'D') {
            throw new Unusable(
                    Text.of("PDFです。", "It is a PDF."), Text.of("XLSXかCSVを選んでください。", "Choose an XLSX or CSV file."));
        }
    }
}
