package io.playcaller.cli.imports;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.mapping.Mapping;
import io.playcaller.mapping.MappingFile;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SurveyTest {

    @Test
    void aPreviewTellsFillRatesTranslationsAndAccounts() {
        Survey survey = Survey.of(Samples.mapping(), Samples.folder());

        String preview = String.join("\n", new Preview(survey, account -> false).lines());

        assertThat(preview)
                .contains("customers.csv → account: 4 rows")
                .contains("country           75.0% filled   1 cannot be used")
                .contains("1 × the mapping has no translation of 'ZZ'")
                .contains("startsOn          75.0% filled   1 cannot be used")
                .contains("calls.csv → survey: 2 rows, 1 taken (the others have no stars)")
                .contains("note: 1 rows are older than their deal")
                .contains("accounts: 3 described, 3 named by rows: 2 matched, 1 unmatched")
                .contains("unmatched: a9")
                .contains("Nothing was written.");
    }

    @Test
    void anAccountThatTheRegisterKnowsIsMatched() {
        Survey survey = Survey.of(Samples.mapping(), Samples.folder());

        assertThat(new Preview(survey, "a9"::equals).lines())
                .contains("accounts: 3 described, 3 named by rows: 3 matched, 0 unmatched");
    }

    @Test
    void theEndIsTheNewestTimeAtWhichSomethingHappened() {
        Survey survey = Survey.of(Samples.mapping(), Samples.folder());

        assertThat(survey.newest()).isEqualTo(Instant.parse("2024-12-31T00:00:00Z"));
    }

    @Test
    void aColumnThatIsNotThereIsToldWithTheLineThatAsksForIt() {
        String text = Samples.mappingText().replace("{column: plan}", "{column: plann}");
        Mapping mapping = MappingFile.read("mapping.yaml", text);

        assertThatThrownBy(() -> Survey.of(mapping, Samples.folder()))
                .hasMessageContaining("mapping.yaml:22: deals.csv has no column plann; it has deal, customer");
    }

    @Test
    void aFileThatIsNotThereIsNamed() {
        Mapping mapping = MappingFile.read("mapping.yaml", Samples.mappingText().replace("calls.csv", "phone.csv"));

        assertThatThrownBy(() -> Survey.of(mapping, Samples.folder())).hasMessageContaining("has no phone.csv and no");
    }
}
