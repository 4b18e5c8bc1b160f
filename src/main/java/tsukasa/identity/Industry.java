package tsukasa.identity;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tsukasa.kernel.Text;

/// 業種 by the divisions of the Japan Standard Industrial Classification; division I is split, because the Small and
/// Medium-sized Enterprise Basic Act draws the line for wholesale and retail differently.
public enum Industry {
    AGRICULTURE("A", "農業、林業", "Agriculture and forestry", Size.OTHER),
    FISHERIES("B", "漁業", "Fisheries", Size.OTHER),
    MINING("C", "鉱業、採石業、砂利採取業", "Mining and quarrying", Size.OTHER),
    CONSTRUCTION("D", "建設業", "Construction", Size.OTHER),
    MANUFACTURING("E", "製造業", "Manufacturing", Size.OTHER),
    UTILITIES("F", "電気・ガス・熱供給・水道業", "Electricity, gas, heat and water", Size.OTHER),
    INFORMATION("G", "情報通信業", "Information and communications", Size.OTHER),
    TRANSPORT("H", "運輸業、郵便業", "Transport and postal services", Size.OTHER),
    WHOLESALE("I1", "卸売業", "Wholesale trade", Size.WHOLESALE),
    RETAIL("I2", "小売業", "Retail trade", Size.RETAIL),
    FINANCE("J", "金融業、保険業", "Finance and insurance", Size.OTHER),
    REAL_ESTATE("K", "不動産業、物品賃貸業", "Real estate and rental", Size.OTHER),
    RESEARCH("L", "学術研究、専門・技術サービス業", "Research, professional and technical services", Size.SERVICE),
    HOSPITALITY("M", "宿泊業、飲食サービス業", "Accommodation, food and drink", Size.SERVICE),
    LIFE_SERVICES("N", "生活関連サービス業、娯楽業", "Personal services and amusement", Size.SERVICE),
    EDUCATION("O", "教育、学習支援業", "Education and learning support", Size.SERVICE),
    HEALTH("P", "医療、福祉", "Medical, health care and welfare", Size.SERVICE),
    COMPOUND("Q", "複合サービス事業", "Compound services", Size.SERVICE),
    SERVICES("R", "サービス業（ほかに分類されないもの）", "Other services", Size.SERVICE),
    GOVERNMENT("S", "公務", "Government", Size.SERVICE),
    UNCLASSIFIED("T", "分類不能の産業", "Not classified", Size.OTHER);

    private final String code;
    private final Text title;
    private final Size size;

    Industry(String code, String ja, String en, Size size) {
        this.code = code;
        this.title = Text.of(ja, en);
        this.size = size;
    }

    /// The letter of the division; `I1` and `I2` for its wholesale and retail halves.
    public String code() {
        return code;
    }

    public Text title() {
        return title;
    }

    public static Optional<Industry> ofCode(String code) {
        return Arrays.stream(values()).filter(i -> i.code.equals(code)).findFirst();
    }

    /// 中小企業者: Small and Medium-sized Enterprise Basic Act §2(1). Either of the two measures is enough; a sole
    /// proprietor has no capital. Empty when neither measure is known.
    public Optional<Boolean> smallOrMedium(@Nullable Long capitalYen, @Nullable Integer employees) {
        if (capitalYen == null && employees == null) {
            return Optional.empty();
        }
        return Optional.of(capitalYen != null && capitalYen <= size.capitalYen
                || employees != null && employees <= size.employees);
    }

    private enum Size {
        OTHER(300_000_000L, 300),
        WHOLESALE(100_000_000L, 100),
        SERVICE(50_000_000L, 100),
        RETAIL(50_000_000L, 50);

        private final long capitalYen;
        private final int employees;

        Size(long capitalYen, int employees) {
            this.capitalYen = capitalYen;
            this.employees = employees;
        }
    }
}
