package io.playcaller.health.engine.state;

import io.playcaller.health.engine.fact.Facts;
import io.playcaller.health.engine.fact.Product;
import io.playcaller.health.engine.fact.ProductUse;
import io.playcaller.health.engine.fact.Products;
import java.util.List;

/** Use by product, as bytes: none for an account of which no fact names a product. States of before do not know it. */
final class ProductsCodec {

    private ProductsCodec() {}

    static void write(ByteWriter out, Facts facts) {
        if (named(facts)) {
            out.all(facts.usage().products().uses(), ProductsCodec::use);
        }
    }

    /** The same facts with what follows them. */
    static Facts read(ByteReader in, Facts facts) {
        if (in.version() < StateCodec.WITH_PRODUCT_USE || !named(facts)) {
            return facts;
        }
        List<ProductUse> uses = in.all(ProductsCodec::use);
        return uses.isEmpty() ? facts : facts.using(Products.of(uses));
    }

    private static boolean named(Facts facts) {
        return !facts.totals().product().equals(Product.NONE);
    }

    private static void use(ByteWriter out, ProductUse use) {
        out.text(use.id());
        out.fixed(use.days());
        for (int uses : use.counts()) {
            if (uses > 0) {
                out.unsigned(uses);
            }
        }
    }

    private static ProductUse use(ByteReader in) {
        String id = in.text();
        long days = in.fixed();
        int[] counts = new int[Products.DAYS];
        for (int i = 0; i < counts.length; i++) {
            counts[i] = ((days >>> i) & 1) == 0 ? 0 : in.integer();
        }
        return ProductUse.of(id, counts);
    }
}
