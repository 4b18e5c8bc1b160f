package tsukasa.kernel;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// 都道府県 by JIS X 0401, in code order.
public enum Prefecture {
    HOKKAIDO("01", "北海道", "Hokkaido"),
    AOMORI("02", "青森県", "Aomori"),
    IWATE("03", "岩手県", "Iwate"),
    MIYAGI("04", "宮城県", "Miyagi"),
    AKITA("05", "秋田県", "Akita"),
    YAMAGATA("06", "山形県", "Yamagata"),
    FUKUSHIMA("07", "福島県", "Fukushima"),
    IBARAKI("08", "茨城県", "Ibaraki"),
    TOCHIGI("09", "栃木県", "Tochigi"),
    GUNMA("10", "群馬県", "Gunma"),
    SAITAMA("11", "埼玉県", "Saitama"),
    CHIBA("12", "千葉県", "Chiba"),
    TOKYO("13", "東京都", "Tokyo"),
    KANAGAWA("14", "神奈川県", "Kanagawa"),
    NIIGATA("15", "新潟県", "Niigata"),
    TOYAMA("16", "富山県", "Toyama"),
    ISHIKAWA("17", "石川県", "Ishikawa"),
    FUKUI("18", "福井県", "Fukui"),
    YAMANASHI("19", "山梨県", "Yamanashi"),
    NAGANO("20", "長野県", "Nagano"),
    GIFU("21", "岐阜県", "Gifu"),
    SHIZUOKA("22", "静岡県", "Shizuoka"),
    AICHI("23", "愛知県", "Aichi"),
    MIE("24", "三重県", "Mie"),
    SHIGA("25", "滋賀県", "Shiga"),
    KYOTO("26", "京都府", "Kyoto"),
    OSAKA("27", "大阪府", "Osaka"),
    HYOGO("28", "兵庫県", "Hyogo"),
    NARA("29", "奈良県", "Nara"),
    WAKAYAMA("30", "和歌山県", "Wakayama"),
    TOTTORI("31", "鳥取県", "Tottori"),
    SHIMANE("32", "島根県", "Shimane"),
    OKAYAMA("33", "岡山県", "Okayama"),
    HIROSHIMA("34", "広島県", "Hiroshima"),
    YAMAGUCHI("35", "山口県", "Yamaguchi"),
    TOKUSHIMA("36", "徳島県", "Tokushima"),
    KAGAWA("37", "香川県", "Kagawa"),
    EHIME("38", "愛媛県", "Ehime"),
    KOCHI("39", "高知県", "Kochi"),
    FUKUOKA("40", "福岡県", "Fukuoka"),
    SAGA("41", "佐賀県", "Saga"),
    NAGASAKI("42", "長崎県", "Nagasaki"),
    KUMAMOTO("43", "熊本県", "Kumamoto"),
    OITA("44", "大分県", "Oita"),
    MIYAZAKI("45", "宮崎県", "Miyazaki"),
    KAGOSHIMA("46", "鹿児島県", "Kagoshima"),
    OKINAWA("47", "沖縄県", "Okinawa");

    /// ３大都市圏: Tokyo (4), Nagoya (3) and Osaka (4) areas. The plan speaks of the 36 others without listing them.
    private static final Set<String> METROPOLITAN =
            Set.of("11", "12", "13", "14", "21", "23", "24", "26", "27", "28", "29");

    private final String code;
    private final Text title;

    Prefecture(String code, String ja, String en) {
        this.code = code;
        this.title = Text.of(ja, en);
    }

    /// JIS X 0401, two digits.
    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    /// 東京, 北海道: the name without 都府県, for maps and narrow columns.
    public Text shortTitle() {
        return this == HOKKAIDO
                ? title
                : Text.of(title.ja().substring(0, title.ja().length() - 1), title.en());
    }

    public boolean metropolitan() {
        return METROPOLITAN.contains(code);
    }

    /// The 36 outside the three metropolitan areas.
    public static Set<Prefecture> outsideMetropolitanAreas() {
        return Arrays.stream(values()).filter(p -> !p.metropolitan()).collect(Collectors.toUnmodifiableSet());
    }

    public static Optional<Prefecture> ofCode(String code) {
        return Arrays.stream(values()).filter(p -> p.code.equals(code)).findFirst();
    }
}
