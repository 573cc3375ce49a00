package io.playcaller.ingest.register.in;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.playcaller.contracts.Money;
import io.playcaller.ingest.register.MergePreview;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * What a merge would do, as it is answered.
 *
 * @param preview true: nothing is stored
 * @param leadsTo the account that would take what is accepted
 * @param unchanged whether it is merged so already
 */
record MergePreviewView(
        boolean preview, String accountId, String into, String leadsTo, boolean unchanged, List<EffectView> effects) {

    /**
     * What becomes of one kind of thing.
     *
     * @param becomes {@code moves}, {@code leads}, {@code stays} or {@code ends}
     * @param named the first of them
     */
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record EffectView(
            String what, String becomes, @Nullable Long count, List<String> named, List<Money> arr, String why) {

        static EffectView of(MergePreview.Effect effect) {
            return new EffectView(
                    effect.what(),
                    effect.becomes().name().toLowerCase(Locale.ROOT),
                    effect.count(),
                    effect.named(),
                    effect.arr(),
                    effect.why());
        }
    }

    static MergePreviewView of(MergePreview preview) {
        return new MergePreviewView(
                true,
                preview.accountId(),
                preview.into(),
                preview.leadsTo(),
                preview.unchanged(),
                preview.effects().stream().map(EffectView::of).toList());
    }
}
