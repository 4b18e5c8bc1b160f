package tsukasa.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Makes XLSX files by hand, good and bad.
public final class Workbooks {
    public static final String HEAD = "<row r=\"1\">" + text("A1", "月") + text("B1", "勘定") + text("C1", "セグメント")
            + text("D1", "科目") + text("E1", "金額（円）") + text("F1", "訂正の理由") + "</row>";
    private final Map<String, byte[]> parts = new LinkedHashMap<>();

    private Workbooks() {
        with("[Content_Types].xml", "<Types xmlns=\"x\"/>");
        with(
                "xl/workbook.xml",
                "<workbook xmlns=\"m\" xmlns:r=\"r\"><sheets><sheet name=\"執行額\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>");
        with(
                "xl/_rels/workbook.xml.rels",
                "<Relationships xmlns=\"p\"><Relationship Id=\"rId1\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
    }

    public static Workbooks sheet(String rows) {
        return new Workbooks()
                .with(
                        "xl/worksheets/sheet1.xml",
                        "<worksheet xmlns=\"m\"><sheetData>" + rows + "</sheetData></worksheet>");
    }

    public static String text(String at, String text) {
        return "<c r=\"" + at + "\" t=\"inlineStr\"><is><t>" + text + "</t></is></c>";
    }

    public static String number(String at, String number) {
        return "<c r=\"" + at + "\"><v>" + number + "</v></c>";
    }

    public static String row(int number, String month, String segment, String line, String amountCell) {
        return "<row r=\"" + number + "\">" + text("A" + number, month) + text("B" + number, "一般勘定")
                + text("C" + number, segment) + text("D" + number, line) + amountCell + "</row>";
    }

    public Workbooks with(String part, String content) {
        return with(part, content.getBytes(StandardCharsets.UTF_8));
    }

    public Workbooks with(String part, byte[] content) {
        parts.put(part, content);
        return this;
    }

    public byte[] bytes() {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }
}
