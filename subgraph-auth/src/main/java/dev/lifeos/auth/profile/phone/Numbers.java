package dev.lifeos.auth.profile.phone;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** To which numbers a text message can go: those that may be a mobile's, where people are. */
@Component
class Numbers {

  private static final Set<PhoneNumberType> MOBILE =
      Set.of(PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

  private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
  private final PhoneProperties properties;

  Numbers(PhoneProperties properties) {
    this.properties = properties;
  }

  /** The country of a number that a message may be sent to; empty for any other. */
  Optional<String> region(String e164) {
    try {
      return Optional.of(numbers.parse(e164, null)).filter(this::isMobile).map(this::region);
    } catch (NumberParseException malformed) {
      return Optional.empty();
    }
  }

  private boolean isMobile(PhoneNumber number) {
    var regions = properties.regions();
    return MOBILE.contains(numbers.getNumberType(number))
        && (regions.isEmpty() || regions.contains(region(number)));
  }

  private String region(PhoneNumber number) {
    return String.valueOf(numbers.getRegionCodeForNumber(number));
  }
}
