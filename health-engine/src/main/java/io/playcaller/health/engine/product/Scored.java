package io.playcaller.health.engine.product;

import io.playcaller.contracts.fact.Feed;
import io.playcaller.contracts.health.Grade;
import io.playcaller.contracts.health.MeasureScore;
import io.playcaller.contracts.health.ProductScore;
import io.playcaller.health.engine.fact.Days;
import io.playcaller.health.engine.fact.Fingerprint;
import io.playcaller.health.engine.fact.UsageFacts;
import io.playcaller.health.engine.fact.View;
import io.playcaller.health.engine.measure.Context;
import io.playcaller.health.engine.measure.Reading;
import io.playcaller.health.engine.model.ProductMeasure;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * One product, judged.
 *
 * @param context that knows of no other use
 * @param values thousandths per measure of products, in the order of the model; {@link Reading#MISSING} where there is nothing
 * @param present a bit for each that is not missing
 */
// Nobody writes to the array; it lives for one judgement.
@SuppressWarnings("ArrayRecordComponent")
record Scored(Context context, Shares shares, long[] values, int present) {

    private static final String DIMENSION = Feed.USAGE.name().toLowerCase(Locale.ROOT);
    private static final long POINT = 1_000;

    static Scored of(Context context, Shares shares) {
        List<ProductMeasure> measures = shares.measures();
        long[] values = new long[measures.size()];
        int present = 0;
        for (int i = 0; i < values.length; i++) {
            values[i] = ProductReading.value(measures.get(i).kind(), context);
            present |= values[i] == Reading.MISSING ? 0 : 1 << i;
        }
        return new Scored(context, shares, values, present);
    }

    /** Whole points and grade. */
    int news() {
        Long score = score();
        int points = score == null ? -1 : (int) (score / POINT);
        String grade = score == null ? "" : grade(score).name();
        return Long.hashCode(Fingerprint.of(productId() + '\u001f' + points + grade));
    }

    ProductScore told() {
        View view = context.view();
        Long score = score();
        return new ProductScore(
                productId(),
                score,
                score == null ? null : grade(score),
                Days.date(view.facts().usage().lastUse(view.day(Feed.USAGE))),
                view.frozen(Feed.USAGE) ? 0 : shares.known(present),
                measures());
    }

    private String productId() {
        UsageFacts usage = context.view().facts().usage();
        return usage.products().uses().get(0).id();
    }

    private Grade grade(long score) {
        return context.model().scoring().grades().of(score);
    }

    /** Milli-points, rounded down. */
    private @Nullable Long score() {
        if (present == 0) {
            return null;
        }
        long sum = 0;
        for (int i = 0; i < values.length; i++) {
            Long points = points(i);
            sum += points == null ? 0 : shares.of(present, i) * points;
        }
        return Math.floorDiv(sum, (long) Shares.WHOLE);
    }

    private @Nullable Long points(int i) {
        boolean missing = (present & (1 << i)) == 0;
        return missing ? null : (Long) shares.measures().get(i).curve().at(values[i]);
    }

    private List<MeasureScore> measures() {
        boolean frozen = context.view().frozen(Feed.USAGE);
        List<MeasureScore> measures = new ArrayList<>();
        for (int i = 0; i < values.length; i++) {
            ProductMeasure measure = shares.measures().get(i);
            Long points = points(i);
            String sentence = ProductReading.sentence(measure.kind(), context, values[i]);
            measures.add(new MeasureScore(
                    measure.id(),
                    DIMENSION,
                    points == null ? null : (Long) values[i],
                    points,
                    shares.of(present, i),
                    frozen,
                    frozen ? sentence + " (frozen: its source is quiet)" : sentence));
        }
        return measures;
    }
}
