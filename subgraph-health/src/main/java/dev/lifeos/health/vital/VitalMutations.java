package dev.lifeos.health.vital;

import com.netflix.graphql.dgs.DgsComponent;
import com.netflix.graphql.dgs.DgsMutation;
import com.netflix.graphql.dgs.InputArgument;
import dev.lifeos.starter.access.Caller;
import graphql.schema.DataFetchingEnvironment;
import jakarta.validation.Valid;
import java.util.List;
import org.springframework.validation.annotation.Validated;

/** What a person does with their own vitals. */
@DgsComponent
@Validated
class VitalMutations {

  private final VitalRecorder recorder;
  private final VitalEditor editor;

  VitalMutations(VitalRecorder recorder, VitalEditor editor) {
    this.recorder = recorder;
    this.editor = editor;
  }

  @DgsMutation
  RecordVitalsPayload recordVitals(
      @InputArgument @Valid RecordVitalsInput input, Caller caller, DataFetchingEnvironment env) {
    var withVitals = env.getSelectionSet().contains("vitals");
    return recorder.record(caller.personId(), input, withVitals);
  }

  @DgsMutation
  UpdateVitalPayload updateVital(@InputArgument UpdateVitalInput input, Caller caller) {
    return new UpdateVitalPayload(editor.update(caller.personId(), input), List.of());
  }

  @DgsMutation
  DeleteVitalPayload deleteVital(@InputArgument DeleteVitalInput input, Caller caller) {
    return new DeleteVitalPayload(editor.delete(caller.personId(), input.id()), List.of());
  }
}
