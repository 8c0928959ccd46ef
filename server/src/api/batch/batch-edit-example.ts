/** Shown where the API is described, and sent by a test. */
export const batchEditExample = {
  contents: [{ id: 'ob3mim4rf13dn2kc56lv1eko2p', scheme: 'image' }],
  properties: [
    { propertyId: 'keyword', propertyValue: 'Print', action: 'add' },
    { propertyId: 'description', propertyValue: 'For the summer campaign', action: 'cover' },
  ],
}
