package io.playcaller.ingest.register.in;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.playcaller.ingest.Page;
import io.playcaller.ingest.Page.Put;
import io.playcaller.ingest.refusal.Step;
import io.playcaller.ingest.register.Entry;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** {@code docs/register.md} against the readers of the register. */
class RegisterPageTest {

    /** What the register says and no writer. */
    private static final Set<String> ANSWERED = Set.of("version", "mergedInto", "personId");

    private static final Map<String, Set<String>> ROWS = Map.of(
            "/v1/accounts/{accountId}", RegisterReader.ACCOUNT,
            "/v1/contracts/{contractId}", RegisterReader.CONTRACT,
            "/v1/accounts/{accountId}/owners", RegisterReader.OWNERS,
            "/v1/invoices/{invoiceId}", RegisterReader.INVOICE,
            "/v1/opportunities/{opportunityId}", RegisterReader.OPPORTUNITY,
            "/v1/contracts/{contractId}/loss-review", RegisterReader.LOSS_REVIEW,
            "/v1/accounts/{accountId}/references", RegisterReader.REFERENCES,
            "/v1/domains/{domain}", RegisterReader.DOMAIN,
            "/v1/people/{userId}", RegisterReader.PERSON);

    private static final Map<String, BiFunction<String, JsonNode, Step<Entry>>> READERS = Map.of(
            "accounts", RegisterReader::account,
            "contracts", RegisterReader::contract,
            "owners", RegisterReader::owners,
            "opportunities", RegisterReader::opportunity,
            "loss-review", RegisterReader::lossReview,
            "references", RegisterReader::references);

    @Test
    void eachRecordHasItsFieldsOnThePage() throws IOException {
        List<String> lines = Page.of("docs/register.md").text().lines().toList();

        ROWS.forEach((path, fields) -> assertThat(lines)
                .filteredOn(line -> line.startsWith("| `" + path + "`"))
                .singleElement()
                .satisfies(row -> assertThat(fields)
                        .filteredOn(field -> !ANSWERED.contains(field))
                        .allMatch(field -> row.contains("`" + field + "`") || row.contains("{" + field + "}"))));
    }

    @ParameterizedTest
    @ValueSource(strings = {"docs/register.md", "README.md"})
    void whatThePagesPutIsRead(String page) throws IOException {
        List<Put> puts = Page.of(page).puts();

        assertThat(puts)
                .isNotEmpty()
                .allSatisfy(put -> assertThat(read(put)).as(put.path()).isInstanceOf(Step.Kept.class));
    }

    /** {@code /v1/<records>/<id>}, or with the name of what belongs to that record behind it. */
    private static Step<Entry> read(Put put) {
        String[] path = put.path().split("/", -1);
        String kind = path.length > 4 ? path[4] : path[2];
        return READERS.get(kind).apply(path[3], put.body());
    }
}
