package io.playcaller.forecast.process.in;

import io.playcaller.chassis.problem.FieldFault;
import io.playcaller.chassis.problem.Problem;
import io.playcaller.chassis.problem.ProblemException;
import io.playcaller.contracts.Shown;
import io.playcaller.contracts.forecast.Category;
import io.playcaller.forecast.engine.contract.RenewalStage;
import io.playcaller.forecast.renewal.Categories;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a body says, field by field; every one at fault is named at once. Used by one request. */
final class Said {

    private static final int LONGEST_REASON = 500;
    private static final int MOST_WORDS = 20;

    private final String code;
    private final List<FieldFault> faults = new ArrayList<>();

    /** @param code of the problem that is answered */
    Said(String code) {
        this.code = code;
    }

    /** @throws ProblemException naming every fault, when there is one */
    void orThrow() {
        if (!faults.isEmpty()) {
            throw new ProblemException(Problem.badFields(code, faults));
        }
    }

    void fault(String field, String expected, @Nullable Object actual) {
        faults.add(new FieldFault(field, expected, Shown.of(actual == null ? "nothing" : actual)));
    }

    /** Why, which must be said. */
    String because(@Nullable String text) {
        String why = text == null ? "" : text.strip();
        if (why.isEmpty() || why.length() > LONGEST_REASON || why.indexOf('\0') >= 0) {
            fault("/because", "why, in 1 to " + LONGEST_REASON + " characters", text);
        }
        return why;
    }

    @Nullable
    Category category(String field, @Nullable String word) {
        Optional<Category> category = word == null ? Optional.empty() : Categories.of(word);
        if (word != null && category.isEmpty()) {
            fault(
                    field,
                    "one of "
                            + words(Categories.ALL.stream().map(Categories::key).toList()),
                    word);
        }
        return category.orElse(null);
    }

    @Nullable
    RenewalStage stage(String field, @Nullable String word) {
        Optional<RenewalStage> stage = word == null ? Optional.empty() : RenewalStage.of(word);
        if (word != null && stage.isEmpty()) {
            fault(
                    field,
                    "one of "
                            + words(Arrays.stream(RenewalStage.values())
                                    .map(RenewalStage::key)
                                    .toList()),
                    word);
        }
        return stage.orElse(null);
    }

    /** A whole number; one that is written {@code 12.0} is one, too. */
    @Nullable
    Long whole(String field, @Nullable BigDecimal number, long least, long most) {
        if (number == null) {
            return null;
        }
        boolean fits = number.compareTo(BigDecimal.valueOf(least)) >= 0
                && number.compareTo(BigDecimal.valueOf(most)) <= 0
                && number.stripTrailingZeros().scale() <= 0;
        if (!fits) {
            fault(field, "a whole number from %d to %d".formatted(least, most), number);
            return null;
        }
        return number.longValueExact();
    }

    /** What was done, in words of the process. */
    List<String> confirms(@Nullable List<String> words) {
        List<String> said = words == null ? List.of() : words;
        boolean fine = said.size() <= MOST_WORDS
                && said.stream().allMatch(word -> Objects.nonNull(word) && Criteria.isWord(word));
        if (!fine) {
            fault(
                    "/confirms",
                    "at most %d words of lower-case letters, digits and hyphens, such as proposal-sent"
                            .formatted(MOST_WORDS),
                    said);
        }
        return fine ? said.stream().distinct().toList() : List.of();
    }

    private static String words(List<String> words) {
        return words.stream().collect(Collectors.joining(", "));
    }
}
