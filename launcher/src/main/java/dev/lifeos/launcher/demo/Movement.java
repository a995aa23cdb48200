package dev.lifeos.launcher.demo;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One movement of money; negative amounts go out.
 *
 * @param purse the account
 * @param date when it was booked
 * @param amount how much
 * @param merchant the other side
 * @param description what the statement says
 * @param purpose what it is for
 */
record Movement(
    Purse purse,
    LocalDate date,
    BigDecimal amount,
    String merchant,
    String description,
    Purpose purpose) {}
