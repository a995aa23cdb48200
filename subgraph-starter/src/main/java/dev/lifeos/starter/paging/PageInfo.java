package dev.lifeos.starter.paging;

import org.jspecify.annotations.Nullable;

/** Where a page stands in its connection; the schema's {@code PageInfo} describes each part. */
public record PageInfo(
    boolean hasNextPage,
    boolean hasPreviousPage,
    @Nullable String startCursor,
    @Nullable String endCursor) {}
