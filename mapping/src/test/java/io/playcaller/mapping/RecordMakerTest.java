package io.playcaller.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.contracts.WireJson;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What rows of each kind become. */
class RecordMakerTest {

    private static final Mapping MAPPING = MappingFile.read("crm.yaml", """
            name: crm
            currency: EUR
            dates: dd.MM.yyyy
            sections:
              - file: betreuer.csv
                make: owners
                id: kunde
                fields:
                  from: {column: seit}
                  csm: {column: csm, map: {Chloe Martin: chloe}}
                  account-manager: {column: am}
              - file: chancen.csv
                make: opportunity
                id: no
                fields:
                  account: {column: kunde}
                  stage: {column: status, map: {offen: open, gewonnen: won, verloren: lost}}
                  arr: {column: wert}
                  openedOn: {column: von}
                  closedOn: {column: bis}
                  reason: {column: grund, map: {Preis: com.price}}
              - file: verluste.csv
                make: loss-review
                id: vertrag
                fields:
                  account: {column: kunde}
                  reviewedOn: {column: am}
                  reason: {constant: usage.drop}
                  avoidable: {column: vermeidbar, map: {ja: "yes", nein: "no"}}
                  corrects: {column: statt}
              - file: referenzen.csv
                make: references
                id: kunde
                fields:
                  quoteFrom: {column: zitat}
                  caseStudyFrom: {column: studie}
                  caseStudyUntil: {column: studie_bis}
              - file: personen.csv
                make: person
                id: id
                fields:
                  account: {column: kunde}
                  email: {column: mail}
                  mayContact: {column: darf, map: {ja: "yes", nein: "no"}}
              - file: domains.csv
                make: domain
                id: domain
                fields:
                  account: {column: kunde}
                  from: {column: von}
                  until: {column: bis}
            """);

    private final RecordMaker records =
            new RecordMaker("EUR", LocalDate.parse("2026-03-01"), contract -> Optional.empty());

    @Test
    void everyRoleOfARowIsAnOwnerOfTheAccount() throws JsonProcessingException {
        assertThat(record(Kind.OWNERS, "kunde,seit,csm,am", "acme,01.02.2026,Chloe Martin,femi"))
                .isEqualTo(json("""
                        {"accountId": "acme", "version": 0, "owners": [
                          {"role": "account-manager", "staffId": "femi", "from": "2026-02-01"},
                          {"role": "csm", "staffId": "chloe", "from": "2026-02-01"}]}"""));
        assertThat(record(Kind.OWNERS, "kunde,seit,csm,am", "acme,01.02.2026,,"))
                .isEqualTo(json("{\"accountId\": \"acme\", \"version\": 0, \"owners\": []}"));
    }

    @Test
    void anOwnerWhomNobodyKnowsRefusesTheRowInsteadOfLeavingTheAccountWithoutOne() {
        assertThat(fault(Kind.OWNERS, "kunde,seit,csm,am", "acme,01.02.2026,Chloë Martin,femi"))
                .extracting(RowFault::code, RowFault::field)
                .containsExactly(RowFault.UNMAPPED, "csm");
    }

    @Test
    void anOpportunityIsInTheCurrencyOfTheMapping() throws JsonProcessingException {
        String header = "no,kunde,status,wert,von,bis,grund";

        assertThat(record(Kind.OPPORTUNITY, header, "o-1,acme,offen,5000,10.01.2026,,"))
                .isEqualTo(json("""
                        {"opportunityId": "o-1", "accountId": "acme", "stage": "open",
                         "arr": {"minor": 500000, "currency": "EUR"}, "openedOn": "2026-01-10"}"""));
        assertThat(record(Kind.OPPORTUNITY, header, "o-2,acme,verloren,0.5,10.01.2026,11.01.2026,Preis"))
                .isEqualTo(json("""
                        {"opportunityId": "o-2", "accountId": "acme", "stage": "lost",
                         "arr": {"minor": 50, "currency": "EUR"}, "openedOn": "2026-01-10", "closedOn": "2026-01-11",
                         "reason": "com.price"}"""));
    }

    @Test
    void whetherALossWasAvoidableIsSaidOnlyWhereTheRowSaysIt() throws JsonProcessingException {
        assertThat(record(Kind.LOSS_REVIEW, "vertrag,kunde,am,vermeidbar,statt", "c-1,acme,01.03.2026,,"))
                .isEqualTo(json("""
                        {"contractId": "c-1", "accountId": "acme", "reviewedOn": "2026-03-01",
                         "reason": "usage.drop"}"""));
        assertThat(record(Kind.LOSS_REVIEW, "vertrag,kunde,am,vermeidbar,statt", "c-1,acme,01.03.2026,nein,")
                        .path("avoidable"))
                .isEqualTo(WireJson.mapper().getNodeFactory().booleanNode(false));
    }

    @Test
    void theWrongDayOfALossReviewIsCorrectedByARow() throws JsonProcessingException {
        assertThat(record(Kind.LOSS_REVIEW, "vertrag,kunde,am,statt,vermeidbar", "c-1,acme,01.02.2026,01.03.2026,")
                        .path("corrects")
                        .asText())
                .isEqualTo("2026-03-01");
    }

    @Test
    void whetherSomebodyMayBeWrittenToIsSaidOnlyWhereTheRowSaysIt() throws JsonProcessingException {
        assertThat(record(Kind.PERSON, "id,kunde,mail,darf", "ann,acme,ann@x.example,"))
                .isEqualTo(json("""
                        {"userId": "ann", "accountId": "acme", "email": "ann@x.example", "active": true}"""));
        assertThat(record(Kind.PERSON, "id,kunde,mail,darf", "ann,acme,ann@x.example,ja")
                        .path("mayContact"))
                .isEqualTo(WireJson.mapper().getNodeFactory().booleanNode(true));
    }

    @Test
    void aReferenceIsLentFromItsFirstDayOn() throws JsonProcessingException {
        assertThat(record(Kind.REFERENCES, "kunde,zitat,studie,studie_bis", "acme,01.01.2026,02.01.2026,03.01.2027"))
                .isEqualTo(json("""
                        {"accountId": "acme", "version": 0, "references": [
                          {"kind": "case-study", "from": "2026-01-02", "until": "2027-01-03"},
                          {"kind": "quote", "from": "2026-01-01"}]}"""));
        assertThat(record(Kind.REFERENCES, "kunde,zitat,studie,studie_bis", "acme,,,03.01.2027")
                        .path("references"))
                .isEmpty();
    }

    @Test
    void aClaimWhoseEndCannotBeReadIsNotAClaimWithoutEnd() throws JsonProcessingException {
        assertThat(record(Kind.DOMAIN, "domain,kunde,von,bis", "acme.example,acme,01.01.2026,"))
                .isEqualTo(json("""
                        {"domain": "acme.example", "accountId": "acme", "version": 0, "from": "2026-01-01"}"""));
        assertThat(fault(Kind.DOMAIN, "domain,kunde,von,bis", "acme.example,acme,01.01.2026,soon"))
                .extracting(RowFault::code, RowFault::field)
                .containsExactly(RowFault.UNREADABLE, "until");
    }

    @Test
    void whatHappenedOnceIsNoRecord() {
        Values row = new Values("1", Map.of());

        assertThatThrownBy(() -> records.record(Kind.USAGE, row)).hasMessageContaining("no record of the register");
    }

    /** As it is sent. */
    private JsonNode record(Kind kind, String header, String row) throws JsonProcessingException {
        return json(records.record(kind, ((RowReader.Result.Read) read(kind, header, row)).values())
                .toString());
    }

    private static RowFault fault(Kind kind, String header, String row) {
        return ((RowReader.Result.Refused) read(kind, header, row)).fault();
    }

    private static RowReader.Result read(Kind kind, String header, String row) {
        List<String> columns = List.of(header.split(",", -1));
        String[] cells = row.split(",", -1);
        Section section = MAPPING.sections().stream()
                .filter(one -> one.kind() == kind)
                .findFirst()
                .orElseThrow();
        return new RowReader(section, new Scalars(MAPPING), Lookups.NONE, Shift.NONE)
                .read(column -> cells[columns.indexOf(column)]);
    }

    private static JsonNode json(String text) throws JsonProcessingException {
        return WireJson.mapper().readTree(text);
    }
}
