package io.playcaller.forecast.lab.learn;

import io.playcaller.forecast.engine.fit.Bend;
import io.playcaller.forecast.engine.fit.Curve;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which bends and pairs were chosen beside straight lines, and whether they were kept: they are where they were better on the later
 * lessons that put the score right.
 *
 * @param chosen in the order in which they were; often none
 * @param straight mean log loss of straight lines alone on the later lessons, each way put right on them
 * @param curved that with all that were chosen
 * @param kept whether the score has them
 */
public record FormChoice(List<Chosen> chosen, double straight, double curved, boolean kept) {

    /**
     * One that was chosen.
     *
     * @param features one has a bend, two are a pair
     * @param at where it bends, in the feature's own unit; null of a pair
     * @param score its score test when it was chosen, which had to be above ln n
     */
    public record Chosen(List<String> features, @Nullable Double at, double score) {

        static Chosen of(Curve curve, double score) {
            return new Chosen(curve.features(), curve instanceof Bend bend ? bend.at() : null, score);
        }

        /** In words: {@code health above 0.3}, {@code use with sponsor-left}. */
        public String words() {
            return at == null
                    ? features.get(0) + " with " + features.get(1)
                    : features.get(0) + " above " + (float) (double) at;
        }
    }

    /** What the score has beside straight lines, in words. */
    public List<String> words() {
        return kept ? chosen.stream().map(Chosen::words).toList() : List.of();
    }
}
