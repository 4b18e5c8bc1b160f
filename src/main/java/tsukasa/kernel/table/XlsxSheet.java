package tsukasa.kernel.table;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import tsukasa.kernel.Text;
import tsukasa.kernel.table.SheetReading.Unusable;

/// Reads the first sheet of an XLSX file as a stream. Only cells that hold something take memory; formulas are noted,
/// not believed: the value kept beside one may be of another day.
final class XlsxSheet {
    private static final int MOST_STRINGS = 100_000;
    private static final long MOST_CHARACTERS = 8_000_000;
    private static final XMLInputFactory XML = factory();
    private final XlsxParts book;
    private final int longest;
    private final List<String> strings = new ArrayList<>();

    private XlsxSheet(XlsxParts book, int longest) {
        this.book = book;
        this.longest = longest;
    }

    static SheetReading read(byte[] content, int longest) throws Unusable {
        try (XlsxParts book = XlsxParts.open(content)) {
            return new XlsxSheet(book, longest).read();
        } catch (IOException | XMLStreamException broken) {
            throw XlsxParts.broken();
        }
    }

    /// Of the JDK, whatever else is on the class path; without document types, so without entities.
    private static XMLInputFactory factory() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory;
    }

    private SheetReading read() throws IOException, XMLStreamException, Unusable {
        String[] first = firstSheet();
        if (book.has("xl/sharedStrings.xml")) {
            sharedStrings();
        }
        Cells cells = new Cells();
        each(first[1], cells);
        String name = first[0].length() > 40 ? first[0].substring(0, 40) + "…" : first[0];
        return new SheetReading.Rows(cells.rows, Text.of("XLSX　シート「" + name + "」", "XLSX, sheet " + name));
    }

    /// Its name and its part.
    private String[] firstSheet() throws IOException, XMLStreamException, Unusable {
        List<String> sheet = new ArrayList<>();
        each("xl/workbook.xml", reader -> {
            if (sheet.isEmpty()
                    && reader.isStartElement()
                    && reader.getLocalName().equals("sheet")) {
                sheet.add(attribute(reader, "name"));
                sheet.add(attribute(reader, "id"));
            }
        });
        if (sheet.isEmpty()) {
            throw XlsxParts.broken();
        }
        String target = target(sheet.getLast());
        String part = target.startsWith("/") ? target.substring(1) : "xl/" + target;
        if (!book.has(part)) {
            throw XlsxParts.broken();
        }
        return new String[] {sheet.getFirst(), part};
    }

    /// A workbook has no more relations than parts.
    private String target(String relation) throws IOException, XMLStreamException, Unusable {
        Map<String, String> targets = new HashMap<>();
        int[] relations = {0};
        each("xl/_rels/workbook.xml.rels", reader -> {
            if (reader.isStartElement() && reader.getLocalName().equals("Relationship")) {
                if (++relations[0] > XlsxParts.MOST_PARTS) {
                    throw XlsxParts.broken();
                }
                targets.put(attribute(reader, "Id"), attribute(reader, "Target"));
            }
        });
        String target = targets.get(relation);
        if (target == null) {
            throw XlsxParts.broken();
        }
        return target;
    }

    private interface Taker {
        void take(XMLStreamReader reader) throws XMLStreamException, Unusable;
    }

    private void each(String part, Taker taker) throws IOException, XMLStreamException, Unusable {
        if (!book.has(part)) {
            throw XlsxParts.broken();
        }
        try (InputStream in = book.part(part)) {
            XMLStreamReader reader = XML.createXMLStreamReader(in);
            while (reader.hasNext()) {
                if (reader.next() == XMLStreamConstants.DTD) {
                    throw XlsxParts.broken();
                }
                taker.take(reader);
            }
            reader.close();
        }
    }

    private void sharedStrings() throws IOException, XMLStreamException, Unusable {
        long[] characters = {0};
        Words words = new Words();
        each("xl/sharedStrings.xml", reader -> {
            words.take(reader);
            if (reader.isEndElement() && reader.getLocalName().equals("si")) {
                String text = words.taken();
                characters[0] += text.length();
                if (strings.size() >= MOST_STRINGS || characters[0] > MOST_CHARACTERS) {
                    throw SheetReading.tooManyRows();
                }
                strings.add(text);
            }
        });
    }

    private static String attribute(XMLStreamReader reader, String name) {
        for (int i = 0; i < reader.getAttributeCount(); i++) {
            if (reader.getAttributeLocalName(i).equals(name)) {
                return reader.getAttributeValue(i);
            }
        }
        return "";
    }

    /// What stands in `t` and `v`, without the readings in `rPh`, and never more than a cell may hold.
    private final class Words {
        private final StringBuilder text = new StringBuilder();
        private boolean inside;
        private int phonetic;

        void take(XMLStreamReader reader) {
            switch (reader.getEventType()) {
                case XMLStreamConstants.START_ELEMENT -> begin(reader.getLocalName());
                case XMLStreamConstants.END_ELEMENT -> end(reader.getLocalName());
                case XMLStreamConstants.CHARACTERS, XMLStreamConstants.CDATA, XMLStreamConstants.SPACE -> {
                    int room = longest + 1 - text.length();
                    if (inside && phonetic == 0 && room > 0) {
                        text.append(
                                reader.getTextCharacters(),
                                reader.getTextStart(),
                                Math.min(room, reader.getTextLength()));
                    }
                }
                default -> {}
            }
        }

        private void begin(String name) {
            phonetic += name.equals("rPh") ? 1 : 0;
            inside = name.equals("t") || name.equals("v");
        }

        private void end(String name) {
            phonetic -= name.equals("rPh") ? 1 : 0;
            inside = false;
        }

        String taken() {
            String taken = text.toString();
            text.setLength(0);
            return taken;
        }
    }

    /// Collects the cells of the sheet, row by row.
    private final class Cells implements Taker {
        private final List<SheetRow> rows = new ArrayList<>();
        private final Words words = new Words();
        private Map<Integer, SheetCell> row = new HashMap<>();
        private int number;
        private int column = -1;
        private String type = "";
        private boolean formula;
        private long characters;

        @Override
        public void take(XMLStreamReader reader) throws Unusable {
            words.take(reader);
            if (reader.isStartElement()) {
                begin(reader);
            } else if (reader.isEndElement()) {
                end(reader.getLocalName());
            }
        }

        private void begin(XMLStreamReader reader) throws Unusable {
            switch (reader.getLocalName()) {
                case "row" -> {
                    number = number(attribute(reader, "r"), number + 1);
                    column = -1;
                }
                case "c" -> {
                    column = column(attribute(reader, "r"), column + 1);
                    type = attribute(reader, "t");
                    formula = false;
                    words.taken();
                }
                case "f" -> formula = true;
                default -> {}
            }
        }

        private void end(String name) throws Unusable {
            if (name.equals("c")) {
                cell();
            } else if (name.equals("row") && !row.isEmpty()) {
                if (rows.size() >= SheetReading.MOST_ROWS) {
                    throw SheetReading.tooManyRows();
                }
                rows.add(new SheetRow(number, row));
                row = new HashMap<>();
            }
        }

        private void cell() throws Unusable {
            String raw = words.taken();
            if (raw.isBlank() && !formula) {
                return;
            }
            String at = SheetCell.name(column, number);
            if (column >= SheetReading.MOST_COLUMNS) {
                throw SheetReading.tooManyColumns(at);
            }
            String text = type.equals("s") ? shared(raw) : raw;
            if (text.isBlank() && !formula) {
                return;
            }
            characters += text.length();
            if (characters > MOST_CHARACTERS) {
                throw SheetReading.tooManyRows();
            }
            row.put(column, new SheetCell(at, text.strip(), odd(text)));
        }

        private SheetCell.Odd odd(String text) {
            if (formula) {
                return SheetCell.Odd.FORMULA;
            }
            if (type.equals("e")) {
                return SheetCell.Odd.ERROR;
            }
            return text.length() > longest ? SheetCell.Odd.TOO_LONG : SheetCell.Odd.NO;
        }

        private String shared(String index) throws Unusable {
            int at = number(index, -1);
            if (at < 0 || at >= strings.size()) {
                throw XlsxParts.broken();
            }
            return strings.get(at);
        }
    }

    private static int number(String text, int otherwise) throws Unusable {
        if (text.isEmpty()) {
            return otherwise;
        }
        if (!text.matches("[0-9]{1,7}")) {
            throw XlsxParts.broken();
        }
        return Integer.parseInt(text);
    }

    /// `C7` is 2.
    private static int column(String name, int otherwise) throws Unusable {
        int column = 0;
        for (int i = 0; i < name.length() && name.charAt(i) >= 'A' && name.charAt(i) <= 'Z'; i++) {
            column = column * 26 + name.charAt(i) - 'A' + 1;
            if (column > 16_384) {
                throw XlsxParts.broken();
            }
        }
        return column == 0 ? otherwise : column - 1;
    }
}
