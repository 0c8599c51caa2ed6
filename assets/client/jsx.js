// What compiled pages build their elements with. Reflex would take Emotion's, which styles them too: here a stylesheet
// does, and the phone is spared 8 KB before the first tap (interview_exit/client/elements.py).

export { createElement as jsx } from "react";
