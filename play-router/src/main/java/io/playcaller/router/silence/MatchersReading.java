package io.playcaller.router.silence;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads matchers from words, and says each that means nothing.
 *
 * @param plays the keys of all plays
 * @param faults where it says so
 */
public record MatchersReading(Set<String> plays, Faults faults) {

    private static final int MOST_WORDS = 500;
    private static final int LONGEST_WORD = 200;

    /** Who hears of faults. */
    public interface Faults {

        /**
         * A trait, or one of its words, means nothing.
         *
         * @param trait as it was written
         * @param found what was written
         * @param expected what may be written there
         */
        void at(String trait, String found, String expected);
    }

    /** One side of matchers. */
    public Map<Trait, Set<String>> read(Map<String, List<String>> written) {
        Map<Trait, Set<String>> read = new EnumMap<>(Trait.class);
        written.forEach((key, words) -> {
            Optional<Trait> trait = Trait.of(key);
            if (trait.isEmpty()) {
                faults.at(key, key, "one of " + keys());
            }
            trait.filter(known -> areWords(key, words, known)).ifPresent(known -> read.put(known, Set.copyOf(words)));
        });
        return read;
    }

    private boolean areWords(String key, Collection<String> words, Trait trait) {
        if (words.isEmpty() || words.size() > MOST_WORDS) {
            faults.at(key, words.size() + " values", "1 to " + MOST_WORDS + " values");
            return false;
        }
        Optional<Set<String>> known = trait.words(plays);
        List<String> wrong = words.stream()
                .filter(word -> known.isPresent() ? !known.get().contains(word) : !isText(word))
                .toList();
        wrong.forEach(word -> faults.at(
                key,
                word,
                known.map(all -> "one of " + String.join(", ", new TreeSet<>(all)))
                        .orElse("text of 1 to " + LONGEST_WORD + " characters")));
        return wrong.isEmpty();
    }

    private static boolean isText(String word) {
        return !word.isBlank() && word.length() <= LONGEST_WORD && word.indexOf('\0') < 0;
    }

    private static String keys() {
        return String.join(
                ", ", List.of(Trait.values()).stream().map(Trait::key).toList());
    }
}
