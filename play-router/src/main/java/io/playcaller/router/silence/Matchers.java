package io.playcaller.router.silence;

import io.playcaller.contracts.health.SignalChanged;
import java.util.Map;
import java.util.Set;

/**
 * Which signals something is about: all of it must hold. What a signal does not say, as the tier of one that concerns no
 * account, is none of the words.
 *
 * @param is each of these traits is one of the words
 * @param not none of these traits is one of the words
 */
public record Matchers(Map<Trait, Set<String>> is, Map<Trait, Set<String>> not) {

    public Matchers {
        is = Map.copyOf(is);
        not = Map.copyOf(not);
    }

    /** Whether they say nothing, and would hold for every signal. */
    public boolean isEmpty() {
        return is.isEmpty() && not.isEmpty();
    }

    /** @param play key of the play that answers the signal */
    public boolean hold(SignalChanged signal, String play) {
        return is.entrySet().stream().allMatch(each -> isOne(each, signal, play))
                && not.entrySet().stream().noneMatch(each -> isOne(each, signal, play));
    }

    private static boolean isOne(Map.Entry<Trait, Set<String>> each, SignalChanged signal, String play) {
        String word = each.getKey().of(signal, play);
        return word != null && each.getValue().contains(word);
    }
}
