package tsukasa.files.keeping;

import static org.assertj.core.api.Assertions.assertThat;
import static tsukasa.files.FileExamples.archive;
import static tsukasa.files.FileExamples.bomb;
import static tsukasa.files.FileExamples.pdf;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.encryption.AccessPermission;
import org.apache.pdfbox.pdmodel.encryption.StandardProtectionPolicy;
import org.junit.jupiter.api.Test;
import tsukasa.files.FileType;
import tsukasa.files.KeepOutcome;
import tsukasa.files.KeepOutcome.Refused;

/// What a file is, by its content.
class InspectionTests {
    private static Object of(String name, byte[] content) throws IOException {
        return switch (Inspection.of(() -> new ByteArrayInputStream(content), name)) {
            case Inspection.Found.Type(FileType type) -> type;
            case Inspection.Found.Not(Refused why) -> why;
        };
    }

    private static byte[] words(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void the_content_says_what_it_is() throws IOException {
        assertThat(of("報告.PDF", pdf("x"))).isEqualTo(FileType.PDF);
        assertThat(of("a.jpeg", new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 0}))
                .isEqualTo(FileType.JPEG);
        assertThat(of("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml")))
                .isEqualTo(FileType.XLSX);
        assertThat(of("a.docx", archive("[Content_Types].xml", "word/document.xml")))
                .isEqualTo(FileType.DOCX);
        assertThat(of("a.pptx", archive("[Content_Types].xml", "ppt/presentation.xml")))
                .isEqualTo(FileType.PPTX);
        assertThat(of("a.csv", "名前,数\r\n".getBytes(Charset.forName("Windows-31J"))))
                .isEqualTo(FileType.CSV);
        assertThat(of("a.txt", words("覚え書き"))).isEqualTo(FileType.TXT);
    }

    @Test
    void a_name_that_says_something_else_is_refused() throws IOException {
        assertThat(of("a.pdf", words("<html><script>alert(1)</script>")))
                .isEqualTo(new KeepOutcome.OtherThanItsName(FileType.TXT));
        assertThat(of("a.png", pdf("x"))).isEqualTo(new KeepOutcome.OtherThanItsName(FileType.PDF));
        assertThat(of("a.xlsx", archive("[Content_Types].xml", "word/document.xml")))
                .isEqualTo(new KeepOutcome.OtherThanItsName(FileType.DOCX));
        assertThat(of("no-ending", pdf("x"))).isEqualTo(new KeepOutcome.OtherThanItsName(FileType.PDF));
    }

    @Test
    void programs_archives_and_old_formats_are_refused() throws IOException {
        assertThat(of("a.exe", new byte[] {'M', 'Z', 0, 0})).isEqualTo(new KeepOutcome.RefusedType());
        assertThat(of("a.zip", archive("a.pdf"))).isEqualTo(new KeepOutcome.RefusedType());
        assertThat(of("a.jar", archive("META-INF/MANIFEST.MF"))).isEqualTo(new KeepOutcome.RefusedType());
        assertThat(of("a.txt", new byte[] {0, 1, 2, 3})).isEqualTo(new KeepOutcome.RefusedType());
        assertThat(of("a.xlsx", archive("[Content_Types].xml", "xl/workbook.xml", "xl/vbaProject.bin")))
                .isEqualTo(new KeepOutcome.WithMacros());
        assertThat(of("a.xls", oldOffice(""))).isEqualTo(new KeepOutcome.RefusedType());
    }

    @Test
    void archives_are_kept_where_a_module_offers_software_and_nothing_else_is_let_in_with_them() throws IOException {
        assertThat(software("a.zip", archive("tool.py", "LICENSE.txt")))
                .isEqualTo(new Inspection.Found.Type(FileType.ZIP));
        assertThat(software("a.jar", archive("META-INF/MANIFEST.MF")))
                .isEqualTo(new Inspection.Found.Type(FileType.ZIP));
        assertThat(software("a.pdf", archive("tool.py")))
                .isEqualTo(new Inspection.Found.Not(new KeepOutcome.OtherThanItsName(FileType.ZIP)));
        assertThat(software("a.exe", new byte[] {'M', 'Z', 0, 0}))
                .isEqualTo(new Inspection.Found.Not(new KeepOutcome.RefusedType()));
        assertThat(software("a.docm", archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin")))
                .isEqualTo(new Inspection.Found.Not(new KeepOutcome.WithMacros()));
        assertThat(FileType.accepted())
                .as("no form of another module offers them")
                .doesNotContain("zip");
    }

    private static Inspection.Found software(String name, byte[] content) throws IOException {
        return Inspection.of(() -> new java.io.ByteArrayInputStream(content), name, true);
    }

    @Test
    void a_pdf_that_asks_for_a_password_is_refused_by_whatever_cipher() throws IOException {
        for (int bits : List.of(40, 128, 256)) {
            assertThat(of("秘密.pdf", encrypted("open sesame", bits, false)))
                    .as(bits + " bits")
                    .isEqualTo(new KeepOutcome.Encrypted());
            assertThat(of("秘密.pdf", encrypted("open sesame", bits, true)))
                    .as(bits + " bits, AES where there is")
                    .isEqualTo(new KeepOutcome.Encrypted());
        }
        assertThat(new KeepOutcome.Encrypted().why().ja()).contains("パスワード");
    }

    @Test
    void a_pdf_that_opens_for_everybody_but_does_not_let_itself_be_changed_is_kept() throws IOException {
        for (int bits : List.of(40, 128, 256)) {
            assertThat(of("規程.pdf", encrypted("", bits, false)))
                    .as(bits + " bits")
                    .isEqualTo(FileType.PDF);
            assertThat(of("規程.pdf", encrypted("", bits, true)))
                    .as(bits + " bits, AES where there is")
                    .isEqualTo(FileType.PDF);
        }
        assertThat(of("解説.pdf", pdf("the word /Encrypt in a text"))).isEqualTo(FileType.PDF);
    }

    @Test
    void a_pdf_whose_encryption_cannot_be_made_out_is_refused() throws IOException {
        for (String trailer : List.of(
                "trailer << /Encrypt 5 0 R >>",
                "5 0 obj << /Filter /Adobe.PubSec /V 4 >> endobj trailer << /Encrypt 5 0 R >>",
                "5 0 obj << /Filter /Standard /V 9 /R 99 /O () /U () >> endobj trailer << /Encrypt 5 0 R >>",
                "5 0 obj <<<<<<<<<<<<<<<< trailer << /Encrypt 5 0 R >>",
                "5 0 obj " + "[<<".repeat(5_000) + " trailer << /Encrypt 5 0 R >>",
                "trailer << /Encrypt << /Filter /Standard /V 2 /R 3 /O (x) /U (y) /P 1 >> >>")) {
            assertThat(of("a.pdf", pdf(trailer))).as(trailer).isEqualTo(new KeepOutcome.Encrypted());
        }
    }

    private static byte[] encrypted(String password, int bits, boolean aes) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (PDDocument document = new PDDocument()) {
            document.addPage(new PDPage());
            AccessPermission readOnly = new AccessPermission();
            readOnly.setCanModify(false);
            StandardProtectionPolicy policy = new StandardProtectionPolicy("owner", password, readOnly);
            policy.setEncryptionKeyLength(bits);
            policy.setPreferAES(aes);
            document.protect(policy);
            document.save(bytes);
        }
        return bytes.toByteArray();
    }

    private static byte[] oldOffice(String inside) {
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        byte[] words = inside.getBytes(StandardCharsets.UTF_16LE);
        byte[] all = Arrays.copyOf(magic, 600);
        System.arraycopy(words, 0, all, 512, words.length);
        return all;
    }

    @Test
    void what_has_a_password_is_noticed() throws IOException {
        byte[] first = archive("[Content_Types].xml", "xl/workbook.xml");
        first[6] |= 1;
        assertThat(of("a.zip", first)).isEqualTo(new KeepOutcome.Encrypted());
        byte[] second = archive("[Content_Types].xml", "xl/workbook.xml");
        int header = new String(second, StandardCharsets.ISO_8859_1).indexOf("PK\3\4", 4);
        second[header + 6] |= 1;
        assertThat(of("a.xlsx", second)).isEqualTo(new KeepOutcome.Encrypted());
        assertThat(of("a.xlsx", oldOffice("EncryptedPackage"))).isEqualTo(new KeepOutcome.Encrypted());
    }

    @Test
    void what_unpacks_to_far_more_than_is_sensible_or_is_no_whole_archive_is_refused() throws IOException {
        byte[] bomb = bomb(60);
        assertThat(bomb.length).isLessThan(100_000);
        assertThat(of("a.xlsx", bomb)).isEqualTo(new KeepOutcome.Unsound());
        assertThat(of("a.xlsx", bomb(10)))
                .as("a harmless size, however well it is packed")
                .isEqualTo(FileType.XLSX);
        byte[] whole = bomb(1);
        assertThat(of("a.xlsx", Arrays.copyOf(whole, whole.length / 2))).isNotEqualTo(FileType.XLSX);
    }
}
