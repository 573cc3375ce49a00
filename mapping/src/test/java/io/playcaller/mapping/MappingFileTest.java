package io.playcaller.mapping;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.playcaller.chassis.yaml.ConfigException;
import org.junit.jupiter.api.Test;

class MappingFileTest {

    @Test
    void allFaultsAreToldAtOnceEachWithLineAndKey() {
        String text = """
                name: My Import
                currency: DOLLAR
                sections:
                  - file: a.csv
                    make: acount
                    id: id
                    fields: {name: {column: n}}
                  - file: b.csv
                    make: ticket
                    id: id
                    fields:
                      account: {column: a, constant: b}
                      openedAt: {column: o}
                      severity: {column: s, map: {bad: terrible}}
                      colour: {column: c}
                """;

        assertThatThrownBy(() -> MappingFile.read("m.yaml", text))
                .isInstanceOf(ConfigException.class)
                .hasMessageContaining("m.yaml:1 name: is no plain name: My Import; use a-z, 0-9 and -")
                .hasMessageContaining("m.yaml:2 currency: is no ISO 4217 code: DOLLAR")
                .hasMessageContaining("m.yaml:5 sections[0].make")
                .hasMessageContaining("m.yaml:12 sections[1].fields.account.column: one of column, constant and lookup")
                .hasMessageContaining("m.yaml:14 sections[1].fields.severity.map.bad")
                .hasMessageContaining("m.yaml:15 sections[1].fields.colour: is unknown");
    }

    @Test
    void ownersAreMappedByTheRolesOfTheCompany() {
        String text = """
                name: x
                currency: EUR
                sections:
                  - file: a.csv
                    make: owners
                    id: id
                    fields:
                      from: {constant: "2026-01-01"}
                      csm: {column: a}
                      field-engineer: {column: b}
                      Sales Rep: {column: c}
                      account: {column: d}
                """;

        assertThatThrownBy(() -> MappingFile.read("m.yaml", text))
                .hasMessageContaining("sections[0].fields.Sales Rep: is unknown")
                .hasMessageContaining("sections[0].fields.account: is unknown")
                .hasMessageNotContaining("field-engineer: is unknown");
        assertThat(MappingFile.read(
                                "m.yaml", text.replace("Sales Rep", "sales-rep").replace("account", "am"))
                        .sections()
                        .get(0)
                        .fields())
                .containsOnlyKeys("from", "csm", "field-engineer", "sales-rep", "am");
    }

    @Test
    void whatAKindRequiresMustBeMapped() {
        String text = """
                name: x
                currency: EUR
                sections:
                  - {file: a.csv, make: usage, id: id, fields: {account: {column: a}, at: {column: t}}}
                """;

        assertThatThrownBy(() -> MappingFile.read("m.yaml", text))
                .hasMessageContaining("m.yaml:4 sections[0].fields.event: is missing");
    }
}
