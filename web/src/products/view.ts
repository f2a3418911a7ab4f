/** What the address says about the price list. */
export interface ProductView {
  q?: string
  shown?: 'all' | 'archived'
}
