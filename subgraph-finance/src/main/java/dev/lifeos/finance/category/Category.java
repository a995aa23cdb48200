package dev.lifeos.finance.category;

import org.jspecify.annotations.Nullable;

/**
 * What transactions are for.
 *
 * @param code which built-in category it is; null for one that is not built in
 */
public record Category(
    String id, @Nullable SpendingCategory code, String name, CategoryKind kind) {}
