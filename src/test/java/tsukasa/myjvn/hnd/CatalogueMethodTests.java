package tsukasa.myjvn.hnd;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.when;

import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tsukasa.Covers;
import tsukasa.kernel.Text;
import tsukasa.vulnerability.Catalogue.Made;
import tsukasa.vulnerability.Catalogue.Maker;
import tsukasa.vulnerability.Catalogue.Wish;
import tsukasa.vulnerability.Products.Listed;

@Covers("Ⅰ-1-(1-2)-②-a")
class CatalogueMethodTests extends HndExample {
    private static final String VENDORS = "/myjvn?method=getVendorList&feed=hnd";
    private static final String PRODUCTS = "/myjvn?method=getProductList&feed=hnd";
    private static final Maker KAZE = new Maker(7, "kaze\\@mail", Text.of("風 & 海", "Kaze"));
    private static final Maker UMI = new Maker(8, "umi", Text.of("海", "Umi"));
    private final AtomicReference<Wish> wish = new AtomicReference<>();

    @BeforeEach
    void someProducts() {
        when(catalogue.vendors(any(Wish.class))).thenAnswer(call -> {
            wish.set(call.getArgument(0));
            return new Listed<>(List.of(KAZE, UMI), 9);
        });
        when(catalogue.products(any(Wish.class))).thenAnswer(call -> {
            wish.set(call.getArgument(0));
            return new Listed<>(
                    List.of(
                            new Made(70, "a", "c\\+\\+", Text.of("Ｃ", "C++"), KAZE.key(), KAZE),
                            new Made(71, "o", "kaze_os", Text.of("風OS", "Kaze OS"), KAZE.key(), KAZE),
                            new Made(80, "h", "board", Text.same("Board"), UMI.key(), UMI)),
                    9);
        });
    }

    @Test
    void vendors_are_told_by_number_name_and_cpe() throws Exception {
        assertThat(text(VENDORS))
                .contains("<VendorInfo xml:lang=\"ja\">", "vname=\"風 &amp; 海\"", "cpe=\"cpe:/:kaze%40mail\"")
                .contains("retMax=\"10000\"", "totalRes=\"9\"", "totalResRet=\"2\"", "firstRes=\"1\"");
        assertThat(text(VENDORS + "&lang=en")).contains("vname=\"Kaze\"", "xml:lang=\"en\"");
    }

    @Test
    void products_stand_under_their_vendors() throws Exception {
        assertThat(text(PRODUCTS + "&lang=en"))
                .contains(
                        "cpe=\"cpe:/:kaze%40mail\" vid=\"7\"><Product pname=\"C++\" cpe=\"cpe:/a:kaze%40mail:c%2b%2b\" pid=\"70\"/>")
                .contains("pid=\"71\"", "</Vendor><Vendor vname=", "vid=\"8\"", "cpe:/h:umi:board");
    }

    @Test
    void answers_are_valid_by_the_published_schemas() throws Exception {
        for (String question : List.of(VENDORS, PRODUCTS, PRODUCTS + "&productId=x", VENDORS + "&keyword=%01%02")) {
            PublishedSchemas.check(text(question));
        }
    }

    @Test
    void a_keyword_is_asked_as_it_stands_and_pages_begin_at_one() throws Exception {
        text(VENDORS + "&keyword=100%25*_%E9%A2%A8&startItem=11&maxCountItem=10000&productId=5");
        assertThat(wish.get()).isEqualTo(new Wish("100%*_風", Set.of(), null, 10, 10_000));
    }

    @Test
    void nothing_found_is_told_by_the_status_alone() throws Exception {
        when(catalogue.products(any(Wish.class))).thenReturn(new Listed<>(List.of(), 0));
        assertThat(text(PRODUCTS + "&cpeName=cpe:/a:nobody:nothing+cpe:/*:no*"))
                .contains("totalRes=\"0\"", "retCd=\"0\"")
                .doesNotContain("VendorInfo");
    }

    @ParameterizedTest
    @CsvSource({
        "getVendorList&maxCountItem=10001, XX00000006",
        "getProductList&startItem=0, XX00000006",
        "getProductList&vendorId=abc, XX00000005",
        "getVendorList&cpeName=apache, XX00000009",
        "getProductList&cpeName=cpe:/a:%2500:x, XX00000009",
        "getProductList&keyword=a%00b, XX00000008",
        "getVendorList&lang=JA, XX00000008",
    })
    void a_wrong_question_is_answered_with_a_code(String rest, String code) throws Exception {
        assertThat(text("/myjvn?feed=hnd&method=" + rest)).contains("errCd=\"" + code + "\"");
    }
}
