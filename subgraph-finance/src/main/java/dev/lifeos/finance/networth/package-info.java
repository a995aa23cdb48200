/** What a person had and owed over time. */
@org.jspecify.annotations.NullMarked
package dev.lifeos.finance.networth;
