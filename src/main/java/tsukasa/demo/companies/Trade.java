package tsukasa.demo.companies;

import java.util.List;

/// A division of the Japan Standard Industrial Classification, how common it is among small companies, and its words.
enum Trade {
    CONSTRUCTION("D", 17, "建設 ケンセツ Construction|工務店 コウムテン Builders|土木 ドボク Civil_Works|電設 デンセツ Electric_Works"),
    MANUFACTURING("E", 19, "製作所 セイサクショ Works|精機 セイキ Precision|工業 コウギョウ Industries|食品 ショクヒン Foods|印刷 インサツ Printing"),
    INFORMATION("G", 11, "ソフト ソフト Software|システム システム Systems|情報サービス ジョウホウサービス Information_Services"),
    TRANSPORT("H", 6, "運輸 ウンユ Transport|物流 ブツリュウ Logistics|倉庫 ソウコ Warehouse"),
    WHOLESALE("I1", 9, "商事 ショウジ Trading|物産 ブッサン Products|資材 シザイ Materials"),
    RETAIL("I2", 11, "商店 ショウテン Store|書店 ショテン Books|薬局 ヤッキョク Pharmacy|ストア ストア Stores"),
    REAL_ESTATE("K", 4, "不動産 フドウサン Real_Estate|地所 ジショ Estate"),
    PROFESSIONAL("L", 9, "会計 カイケイ Accounting|設計 セッケイ Design|測量 ソクリョウ Surveying|労務 ロウム Labour_Consulting"),
    LODGING_FOOD("M", 4, "旅館 リョカン Inn|フーズ フーズ Foods|工房 コウボウ Kitchen"),
    MEDICAL_WELFARE("P", 6, "メディカル メディカル Medical|福祉 フクシ Welfare|ケア ケア Care"),
    OTHER_SERVICES("R", 4, "警備 ケイビ Security_Guard|ビルサービス ビルサービス Building_Services|整備 セイビ Maintenance");

    private final String code;
    private final int weight;
    private final List<CompanyNames.Part> words;

    Trade(String code, int weight, String words) {
        this.code = code;
        this.weight = weight;
        this.words = CompanyNames.parts(words);
    }

    String code() {
        return code;
    }

    int weight() {
        return weight;
    }

    List<CompanyNames.Part> words() {
        return words;
    }
}
