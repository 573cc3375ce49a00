package io.playcaller.ingest.bulk.in;

import static org.assertj.core.api.Assertions.assertThat;

import io.playcaller.ingest.Page;
import io.playcaller.mapping.Field;
import io.playcaller.mapping.Kind;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** {@code docs/bulk.md} against what mappings make. */
class BulkPageTest {

    @ParameterizedTest
    @EnumSource(BulkKind.class)
    void eachKindHasItsFieldsOnThePage(BulkKind kind) throws IOException {
        Kind made =
                Arrays.stream(Kind.values()).filter(kind::madeBy).findFirst().orElseThrow();
        List<String> lines = Page.of("docs/bulk.md").text().lines().toList();

        assertThat(lines)
                .filteredOn(line -> line.startsWith("| `%s` | `%s` |".formatted(kind.word(), made.word())))
                .singleElement()
                .satisfies(row -> assertThat(made.fields().values()).allMatch(field -> isTold(row, field)));
    }

    /** What is required in bold; those that come in pairs by what they begin with. */
    private static boolean isTold(String row, Field field) {
        String name = "`" + field.name() + "`";
        return field.required()
                ? row.contains("**" + name + "**")
                : row.contains(name) || row.contains("`" + field.name().replaceFirst("(From|Until)$", "…") + "`");
    }
}
