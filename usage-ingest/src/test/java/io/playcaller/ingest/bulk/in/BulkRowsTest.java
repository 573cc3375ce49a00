package io.playcaller.ingest.bulk.in;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.Money;
import io.playcaller.contracts.register.AccountRecord;
import io.playcaller.contracts.register.ContractRecord;
import io.playcaller.contracts.register.DatedAmount;
import io.playcaller.ingest.bulk.BulkRow;
import io.playcaller.ingest.bulk.Wanted;
import io.playcaller.ingest.event.RawItem;
import io.playcaller.ingest.refusal.Fault;
import io.playcaller.ingest.refusal.Refusal;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What a body is read as, without anything behind it. */
class BulkRowsTest {

    private static final int ROW_BYTES = 2_000;

    private final Survey survey = new Survey();

    @Test
    void anObjectIsReadAsTheBodyOfItsPut() throws IOException {
        List<BulkRow> rows = ndjson(BulkKind.ACCOUNTS, """
                {"accountId":"acme","name":"Acme","version":9}
                {"accountId":"globex","name":"Globex","ifMatch":3}
                """);

        assertThat(account(rows.get(0)).name()).isEqualTo("Acme");
        assertThat(wanted(rows.get(0)).seen())
                .as("a version is not a condition")
                .isEmpty();
        assertThat(wanted(rows.get(1)).seen()).isEqualTo(OptionalLong.of(3));
        assertThat(rows).extracting(BulkRow::line).containsExactly(1L, 2L);
    }

    @Test
    void aRampIsAListInALine() throws IOException {
        List<BulkRow> rows = csv(BulkKind.CONTRACTS, """
                contractId,accountId,signedOn,startsOn,endsOn,lines/0/lineId,lines/0/productId,\
                lines/0/arr/minor,lines/0/arr/currency,lines/0/startsOn,lines/0/endsOn,lines/0/evergreen,\
                lines/0/ramp/0/on,lines/0/ramp/0/amount/minor,lines/0/ramp/0/amount/currency,replaces
                c-1,acme,2026-01-01,2026-01-01,2027-01-01,l,core,100,EUR,2026-01-01,2027-01-01,true,\
                2026-07-01,150,EUR,c-0
                """);

        ContractRecord contract = (ContractRecord) record(rows.get(0));
        assertThat(contract.replaces()).isEqualTo("c-0");
        assertThat(contract.lines().get(0).neverEnds()).isTrue();
        assertThat(contract.lines().get(0).ramp())
                .containsExactly(new DatedAmount(LocalDate.of(2026, 7, 1), new Money(150, "EUR")));
    }

    @Test
    void whatIsWrongWithARowIsSaidOfItAlone() throws IOException {
        List<BulkRow> rows = ndjson(BulkKind.ACCOUNTS, """
                {"accountId":"a","name":"A"}
                {"accountId":"b"
                {"name":"nameless"}
                {"accountId":"c","name":"C","zone":"Atlantis"}
                {"accountId":"d","name":"D","ifMatch":"newest"}
                {"accountId":"e","name":"E","nmae":"E"}
                []
                {"accountId":"f","name":"%s"}
                {"accountId":"g","name":"G"}
                """.formatted("f".repeat(3_000)));

        assertThat(rows)
                .extracting(BulkRowsTest::fault)
                .containsExactly(
                        "",
                        "json.unreadable ",
                        "field.missing /accountId",
                        "field.invalid /zone",
                        "field.invalid /ifMatch",
                        "field.unknown /nmae",
                        "json.unreadable ",
                        "event.too-large ",
                        "");
        RawItem cut = rows.get(7).raw().get();
        assertThat(cut.length()).isEqualTo(ROW_BYTES);
        assertThat(cut.attributes()).containsEntry("cut_from_bytes", "3027");
    }

    @Test
    void aColumnIsCalledAsTheFieldThatItFills() throws IOException {
        List<BulkRow> rows = csv(BulkKind.CONTRACTS, """
                contractId,accountId,signedOn,startsOn,endsOn,autoRenew,noticeDays,lines/0/lineId,lines/0/productId,\
                lines/0/arr/minor,lines/0/arr/currency,lines/0/startsOn,lines/0/endsOn,lines/1/lineId,ifMatch
                c-1,acme,2026-01-01,2026-02-01,2027-02-01,true,30,l1,core,120000,EUR,2026-02-01,2027-02-01,,4
                c-2,acme,2026-01-01,2026-02-01,2027-02-01,,,,,,,,,,
                c-3,acme,2026-01-01,2026-02-01,2027-02-01,maybe,,,,,,,,,
                """);

        ContractRecord first = (ContractRecord) record(rows.get(0));
        assertThat(first.autoRenew()).isTrue();
        assertThat(first.noticeDays()).isEqualTo(30);
        assertThat(first.lines()).singleElement().satisfies(line -> {
            assertThat(line.lineId()).isEqualTo("l1");
            assertThat(line.arr()).isEqualTo(new Money(120_000, "EUR"));
        });
        assertThat(wanted(rows.get(0)).seen()).isEqualTo(OptionalLong.of(4));
        assertThat(((ContractRecord) record(rows.get(1))).lines()).isEmpty();
        assertThat(fault(rows.get(2))).isEqualTo("field.invalid /autoRenew");
    }

    @Test
    void everyFaultOfAHeaderIsToldBeforeAnyRow() {
        String header = "accountId,nmae,name,name,name/x,parents,parents/x/from,parents/0,ifMatch/0";

        assertThatThrownBy(() -> csv(BulkKind.ACCOUNTS, header + "\n1,2,3,4,5,6,7,8,9"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("csv.header");
                    assertThat(refused.problem().errors())
                            .extracting(FieldFault::field)
                            .containsExactly(
                                    "nmae", "name", "parents", "parents/x/from", "parents/0", "ifMatch/0", "name/x");
                });
        assertThatThrownBy(() -> csv(BulkKind.INVOICES, "accountId\nacme")).hasMessageContaining("invoiceId");
        assertThatThrownBy(() -> csv(BulkKind.ACCOUNTS, "")).hasMessageContaining("the names of the columns");
    }

    @Test
    void aRowThatIsNoCsvIsKeptSoThatWhomItNamesIsFound() throws IOException {
        List<BulkRow> rows = csv(BulkKind.PEOPLE, """
                userId,email,name
                u-1,ada@acme.example,Ada,more
                u-2,"bob@acme.example"?,Bob
                u-3,eve@acme.example,Eve
                """);

        assertThat(rows).extracting(BulkRowsTest::fault).containsExactly("csv.unreadable ", "csv.unreadable ", "");
        assertThat(kept(rows.get(0)))
                .isEqualTo("{\"userId\":\"u-1\",\"email\":\"ada@acme.example\",\"name\":\"Ada\",\"cell 4\":\"more\"}");
        assertThat(kept(rows.get(1))).contains("\"userId\":\"u-2\"").contains("bob@acme.example");
    }

    @Test
    void theirColumnsBecomeOurFieldsByTheMapping() throws IOException {
        List<BulkRow> rows = mapped("""
                no,firma,land,seit,status
                1,Acme,Deutschland,01.02.2024,active
                2,Globex,Narnia,01.02.2024,active
                3,,Schweiz,01.02.2024,active
                4,Initech,Schweiz,01.02.2024,
                """);

        assertThat(account(rows.get(0)).country()).isEqualTo("DE");
        assertThat(account(rows.get(1)).country())
                .as("an optional field that has no word is left empty")
                .isNull();
        assertThat(rows)
                .extracting(BulkRowsTest::fault)
                .containsExactly("", "", "field.missing name", "event.left-out ");
        assertThat(survey.fields().get("country"))
                .isEqualTo(new Survey.Field(2, 1, Map.of("the mapping has no translation of 'Narnia'", 1L)));
        assertThat(survey.fields().get("name").filled()).isEqualTo(2);
    }

    @Test
    void aRowThatTheMappingRefusesIsFoundByItsId() throws IOException {
        List<BulkRow> rows = mapped("no,firma,land,seit,status\n3,,Schweiz,01.02.2024,active\n");

        assertThat(rows.get(0).id()).isEqualTo("3");
        assertThat(rows.get(0).raw().get().attributes()).containsEntry("accountId", "3");
    }

    @Test
    void whatIsSaidOfAValueIsBounded() throws IOException {
        String endless = "x".repeat(1_000);
        List<BulkRow> rows = mapped("no,firma,land,seit,status\n1,Acme," + endless + ",01.02.2024,active\n");

        assertThat(fault(rows.get(0))).isEmpty();
        assertThat(survey.fields().get("country").values())
                .allSatisfy((value, times) -> assertThat(value).hasSizeLessThan(300));
    }

    @Test
    void howFullFieldsAreIsToldOfABoundedNumber() throws IOException {
        String body = IntStream.range(0, 1_000)
                .mapToObj("{\"accountId\":\"a\",\"f-%d\":1}\n"::formatted)
                .collect(Collectors.joining());

        ndjson(BulkKind.ACCOUNTS, body);

        assertThat(survey.fields()).hasSize(201).containsKeys("accountId", "f-0", "others");
    }

    @Test
    void noListStandsInAnother() {
        String header = "contractId,lines/0/lines/999/lineId,movements/0/arr/lines/x";

        assertThatThrownBy(() -> csv(BulkKind.CONTRACTS, header + "\n1,2,3"))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().errors())
                                .extracting(FieldFault::field)
                                .containsExactly("lines/0/lines/999/lineId", "movements/0/arr/lines/x"));
    }

    @Test
    void aColumnThatTheMappingAsksForMustBeThere() {
        assertThatThrownBy(() -> mapped("no,firma,land,seit\n"))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().field()).isEqualTo("status");
                    assertThat(refused.problem().expected()).contains("line 5 of the mapping");
                });
    }

    @Test
    void setsAreBounded() throws IOException {
        String body = IntStream.range(0, 1_201)
                .mapToObj("{\"accountId\":\"a-%d\",\"name\":\"A\"}\n"::formatted)
                .collect(Collectors.joining());
        BulkRows rows = rows(BulkKind.ACCOUNTS, body, false, new RowShape.Ours(BulkKind.ACCOUNTS, survey));

        assertThat(rows.next()).hasSize(500);
        assertThat(rows.next()).hasSize(500);
        assertThat(rows.next()).hasSize(201);
        assertThat(rows.next()).isEmpty();
    }

    @Test
    void whatAMappingMakesOfAShortRowCounts() throws IOException {
        Mapping mapping = MappingFile.read("crm", """
                name: crm
                currency: EUR
                sections:
                  - file: vertraege.csv
                    make: contract
                    id: no
                    fields:
                      account: {column: kunde}
                      startsOn: {column: beginn}
                      termMonths: {constant: "1"}
                      product: {constant: core}
                      arr: {constant: "12"}
                """);
        String body = IntStream.range(0, 10)
                .mapToObj("c-%d,acme,1926-03-01\n"::formatted)
                .collect(Collectors.joining("", "no,kunde,beginn\n", ""));
        MappedRows shape = new MappedRows(mapping, mapping.sections().get(0), LocalDate.parse("2026-03-01"), survey);

        List<BulkRow> first = rows(BulkKind.CONTRACTS, body, true, shape).next();

        assertThat(((ContractRecord) record(first.get(0))).movements()).hasSizeGreaterThan(1_000);
        assertThat(first).hasSizeLessThan(10);
    }

    private List<BulkRow> mapped(String body) throws IOException {
        Mapping mapping = MappingFile.read("crm", """
                name: crm
                currency: EUR
                dates: dd.MM.yyyy
                sections:
                  - file: kunden.csv
                    make: account
                    id: no
                    when-filled: status
                    fields:
                      name: {column: firma}
                      country: {column: land, map: {Deutschland: DE, Schweiz: CH}}
                      since: {column: seit}
                """);
        MappedRows shape = new MappedRows(mapping, mapping.sections().get(0), LocalDate.parse("2026-03-01"), survey);
        return all(rows(BulkKind.ACCOUNTS, body, true, shape));
    }

    private List<BulkRow> ndjson(BulkKind kind, String body) throws IOException {
        return all(rows(kind, body, false, new RowShape.Ours(kind, survey)));
    }

    private List<BulkRow> csv(BulkKind kind, String body) throws IOException {
        return all(rows(kind, body, true, new RowShape.Ours(kind, survey)));
    }

    private static BulkRows rows(BulkKind kind, String body, boolean csv, RowShape.Making shape) throws IOException {
        InputStream sent = new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8));
        return new BulkBody(sent, csv, false).rows(kind, shape, 1_000_000, ROW_BYTES, Map.of());
    }

    private static List<BulkRow> all(BulkRows rows) throws IOException {
        List<BulkRow> all = new ArrayList<>();
        for (List<BulkRow> set = rows.next(); !set.isEmpty(); set = rows.next()) {
            all.addAll(set);
        }
        return all;
    }

    private static String fault(BulkRow row) {
        if (row.wanted() instanceof Step.Refused<Wanted> no) {
            Refusal refusal = no.refusal();
            return refusal.code() + " " + refusal.first().map(Fault::field).orElse("");
        }
        return "";
    }

    private static Wanted wanted(BulkRow row) {
        return ((Step.Kept<Wanted>) row.wanted()).value();
    }

    private static Record record(BulkRow row) {
        return ((Wanted.OfTheRegister) wanted(row)).entry().record();
    }

    private static AccountRecord account(BulkRow row) {
        return (AccountRecord) record(row);
    }

    private static String kept(BulkRow row) {
        return row.raw().get().payload().text();
    }
}
